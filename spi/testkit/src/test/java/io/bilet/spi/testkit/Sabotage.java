package io.bilet.spi.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs a contract without JUnit, to see which of its rules a saboteur breaks. */
final class Sabotage {

    /** What an honest extension sabotages. */
    static final String NOTHING = "nothing";

    private Sabotage() {}

    /** The numbers of all rules of a contract, such as {@code cf1}. */
    static Stream<String> rules(Class<?> contract) {
        return Stream.of(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Sabotage::number)
                .sorted();
    }

    /** The rules that a subject breaks; a fresh one is made for each rule. */
    static List<String> rulesBroken(Class<?> contract, Supplier<?> subject) {
        List<String> broken = new ArrayList<>();
        for (Method rule : contract.getMethods()) {
            if (rule.isAnnotationPresent(Test.class) && isBroken(rule, subject.get())) {
                broken.add(number(rule));
            }
        }
        return broken;
    }

    private static String number(Method rule) {
        return rule.getName().split("_", 2)[0];
    }

    private static boolean isBroken(Method rule, Object contract) {
        try {
            rule.invoke(contract);
            return false;
        } catch (InvocationTargetException failure) {
            return true;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
