package io.bilet.spi.testkit;

import static io.bilet.spi.testkit.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.ticket.TicketListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/**
 * The promises of {@link TicketListener}. A partner implements this interface in a test class, supplies a listener
 * and the far end it talks to, and inherits the tests.
 *
 * @since 0.1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@ExtendWith(RuleTable.class)
public interface TicketListenerContract {

    /** How long a listener may go on after it was interrupted (TL-7). */
    Duration GRACE = Duration.ofSeconds(1);

    /** The listener of a started plugin that talks to {@link #farEnd()}; the same one for the length of a test. */
    TicketListener listener() throws Exception;

    /** The far end, under the test's control; fresh for each test. */
    FarEnd farEnd();

    /** A type of notice that has exactly one effect at the far end. */
    default String typeWithEffect() {
        return "ticket.created";
    }

    /** How long the listener has in TL-7. */
    default Duration timeout() {
        return Duration.ofSeconds(1);
    }

    /** The far end of a listener, as the contract needs to steer and observe it. */
    interface FarEnd {

        /** How many effects arrived. */
        int effects() throws Exception;

        /** Refuses everything from now on. */
        void goDown() throws Exception;

        /** Takes everything again. */
        void comeBack() throws Exception;

        /** From now on takes what comes and never answers; leave as it is where that cannot be. */
        default void hang() throws Exception {
            throw new TestAbortedException("This far end cannot hang.");
        }
    }

    @Test
    @DisplayName("TL-1 the name is short, plain and stays the same")
    default void tl1_name_is_plain_and_stable() throws Exception {
        assertThat(listener().name())
                .matches("[a-z0-9-]{2,32}")
                .isEqualTo(listener().name());
    }

    @Test
    @DisplayName("TL-2 the same notice twice has one effect")
    default void tl2_same_notice_twice_has_one_effect() throws Exception {
        listener().hear(notice("n-1", typeWithEffect(), 1));
        listener().hear(notice("n-1", typeWithEffect(), 1));

        assertThat(farEnd().effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("TL-3 an unknown type is passed over in silence")
    default void tl3_unknown_type_is_passed_over() throws Exception {
        assertThatCode(() -> listener().hear(notice("n-1", "ticket.sent_to_the_moon", 1)))
                .doesNotThrowAnyException();

        assertThat(farEnd().effects()).isZero();
    }

    @Test
    @DisplayName("TL-4 a far end that does not take the notice is reported by an exception")
    default void tl4_far_end_down_is_reported() throws Exception {
        farEnd().goDown();

        assertThatThrownBy(() -> listener().hear(notice("n-1", typeWithEffect(), 1)))
                .isInstanceOf(Exception.class);
    }

    @Test
    @DisplayName("TL-5 a notice that failed has its effect when it comes again")
    default void tl5_failed_notice_has_effect_later() throws Exception {
        farEnd().goDown();
        try {
            listener().hear(notice("n-1", typeWithEffect(), 1));
        } catch (Exception expected) {
            // TL-4 says so.
        }

        farEnd().comeBack();
        listener().hear(notice("n-1", typeWithEffect(), 1));

        assertThat(farEnd().effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("TL-6 notices of different tickets come from several threads at once")
    default void tl6_many_threads_at_once() throws Exception {
        int threads = 8;
        int notices = 80;
        TicketListener listener = listener();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < notices; i++) {
            long number = i + 1L;
            calls.add(() -> {
                listener.hear(notice("n-" + number, typeWithEffect(), number));
                return null;
            });
        }

        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> heard : pool.invokeAll(calls, 30, TimeUnit.SECONDS)) {
                heard.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(farEnd().effects()).isEqualTo(notices);
    }

    @Test
    @DisplayName("TL-7 a far end that hangs holds the listener no longer than the time-out and a second")
    default void tl7_hanging_far_end_is_left() throws Exception {
        TicketListener listener = listener();
        farEnd().hang();
        Thread caller = new Thread(() -> {
            try {
                listener.hear(notice("n-1", typeWithEffect(), 1, timeout()));
            } catch (Exception expected) {
                Thread.currentThread().interrupt();
            }
        });
        caller.setDaemon(true);

        caller.start();
        caller.join(timeout().toMillis());
        caller.interrupt();
        caller.join(GRACE.toMillis());

        assertThat(caller.isAlive()).isFalse();
    }
}
