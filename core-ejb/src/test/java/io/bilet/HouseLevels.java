package io.bilet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The storeys of the house: a package imports from lower levels only, and packages of one level not from each other.
 */
final class HouseLevels {

    static final String ROOT = "io.bilet.";

    static final Map<String, Integer> OF = Map.ofEntries(
            Map.entry("platform", 0),
            Map.entry("plugin", 1),
            Map.entry("people", 2),
            Map.entry("schedule", 2),
            Map.entry("brand", 2),
            Map.entry("condition", 2),
            Map.entry("decision", 2),
            Map.entry("template", 2),
            Map.entry("ticket", 3),
            Map.entry("access", 3),
            Map.entry("fact", 3),
            Map.entry("routing", 4),
            Map.entry("sla", 4),
            Map.entry("audit", 4),
            Map.entry("inbox", 4),
            Map.entry("view", 4),
            Map.entry("field", 4),
            Map.entry("mail", 4),
            Map.entry("escalation", 4),
            Map.entry("job", 4),
            Map.entry("swarm", 4),
            Map.entry("automation", 4),
            Map.entry("feed", 5),
            Map.entry("wording", 4),
            Map.entry("flow", 5),
            Map.entry("trial", 5),
            Map.entry("report", 5),
            Map.entry("intake", 6),
            Map.entry("response", 6),
            Map.entry("bulk", 6),
            Map.entry("extension", 6),
            Map.entry("webhook", 6),
            Map.entry("upkeep", 6),
            Map.entry("rest", 7));

    private HouseLevels() {}

    /** The capability a class belongs to: the part of its package after the root, empty outside of the house. */
    static String capability(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }

    static DescribedPredicate<JavaClass> ours() {
        return DescribedPredicate.describe(
                "of the house", type -> !capability(type).matches("|spi|api"));
    }

    static ArchCondition<JavaClass> haveALevel() {
        return new ArchCondition<>("stand in a package that has a level") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean known = OF.containsKey(capability(type));
                events.add(new SimpleConditionEvent(
                        type, known, "%s is in a package without a level".formatted(type.getName())));
            }
        };
    }

    static ArchCondition<JavaClass> importOnlyFromBelow() {
        return new ArchCondition<>("import only from lower levels") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    events.add(new SimpleConditionEvent(type, pointsDown(dependency), dependency.getDescription()));
                }
            }
        };
    }

    private static boolean pointsDown(Dependency dependency) {
        String from = capability(dependency.getOriginClass());
        String to = capability(dependency.getTargetClass().getBaseComponentType());
        OptionalInt origin = level(from);
        OptionalInt target = level(to);
        return from.equals(to) || target.isEmpty() || origin.isEmpty() || target.getAsInt() < origin.getAsInt();
    }

    private static OptionalInt level(String capability) {
        return OF.containsKey(capability) ? OptionalInt.of(OF.get(capability)) : OptionalInt.empty();
    }
}
