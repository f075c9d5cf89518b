package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.testkit.SmokeSignals.Sabotage;
import io.bilet.spi.ticket.TicketListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketListenerContractTest {

    @Test
    void an_honest_listener_passes_every_rule() {
        assertThat(rulesBrokenBy(Sabotage.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Sabotage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_saboteur_fails_the_rule_it_breaks_and_no_other(Sabotage sabotage) {
        assertThat(rulesBrokenBy(sabotage)).containsExactly(sabotage.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> rulesBrokenBy(Sabotage sabotage) {
        List<String> broken = new ArrayList<>();
        for (Method rule : TicketListenerContract.class.getMethods()) {
            if (rule.isAnnotationPresent(Test.class) && isBroken(rule, new Subject(new SmokeSignals(sabotage)))) {
                broken.add(rule.getName().split("_", 2)[0]);
            }
        }
        return broken;
    }

    private static boolean isBroken(Method rule, TicketListenerContract contract) {
        try {
            rule.invoke(contract);
            return false;
        } catch (InvocationTargetException failure) {
            return true;
        } catch (IllegalAccessException e) {
            throw new AssertionError(Arrays.toString(rule.getParameterTypes()), e);
        }
    }

    private record Subject(SmokeSignals smoke) implements TicketListenerContract {

        @Override
        public TicketListener listener() {
            return smoke;
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(50);
        }

        @Override
        public FarEnd farEnd() {
            return smoke;
        }
    }
}
