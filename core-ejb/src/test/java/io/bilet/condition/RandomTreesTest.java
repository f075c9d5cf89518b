package io.bilet.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees on random facts, against a second reading of the JSON that shares no code with the first. */
class RandomTreesTest {

    private static final int TREES = 4_000;
    private static final List<String> WORDS = List.of("refund", "Printer", "on fire", "fax", "i");
    private static final List<String> LEVELS = List.of("low", "normal", "high", "urgent");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 4_711})
    void the_quick_answer_the_explained_one_and_the_naive_one_agree(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TREES; i++) {
            String json = tree(random, 1);
            Map<String, Object> known = facts(random);
            Facts facts = new FactSheet(known::get);
            Condition condition = TestFields.condition(json);

            boolean naive = NaiveOracle.matches(TestFields.object(json), known);

            assertThat(condition.matches(facts))
                    .as("seed %d: %s on %s", seed, json, known)
                    .isEqualTo(naive);
            Evaluation evaluation = condition.evaluate(facts);
            assertThat(evaluation.is(naive))
                    .as("seed %d: %s on %s", seed, json, known)
                    .isTrue();
            assertConsistent(evaluation);
            Check deciding = condition.deciding(facts);
            assertThat(deciding == null || condition.checks().contains(deciding))
                    .isTrue();
        }
    }

    private static void assertConsistent(Evaluation node) {
        List<Evaluation> seen =
                node.children().stream().filter(child -> child.result() != null).toList();
        switch (node.op()) {
            case "all" -> assertThat(node.is(true)).isEqualTo(seen.stream().allMatch(child -> child.is(true)));
            case "any" -> assertThat(node.is(true)).isEqualTo(seen.stream().anyMatch(child -> child.is(true)));
            case "not" -> assertThat(node.is(true)).isEqualTo(seen.get(0).is(false));
            default -> assertThat(node.check()).isNotNull();
        }
        seen.forEach(RandomTreesTest::assertConsistent);
    }

    private static String tree(Random random, int depth) {
        int kind = depth >= 5 ? 3 : random.nextInt(5);
        return switch (kind) {
            case 0 -> "{'all':[" + children(random, depth, 0) + "]}";
            case 1 -> "{'any':[" + children(random, depth, 1) + "]}";
            case 2 -> "{'not':" + tree(random, depth + 1) + "}";
            default -> check(random);
        };
    }

    private static String children(Random random, int depth, int atLeast) {
        List<String> children = new ArrayList<>();
        for (int i = atLeast + random.nextInt(3); i > 0; i--) {
            children.add(tree(random, depth + 1));
        }
        return String.join(",", children);
    }

    private static String check(Random random) {
        FieldType type = List.of(FieldType.TEXT, FieldType.LEVEL, FieldType.NUMBER, FieldType.FLAG, FieldType.SET)
                .get(random.nextInt(5));
        List<Operator> operators = type.operators().stream()
                .filter(operator -> operator != Operator.MATCHES && !operator.eventOnly())
                .toList();
        Operator operator = operators.get(random.nextInt(operators.size()));
        String value =
                switch (operator.takes()) {
                    case YES_OR_NO -> String.valueOf(random.nextBoolean());
                    case ONE -> operand(random, type);
                    case DURATION -> throw new IllegalStateException("No field here is a time.");
                    case SEVERAL -> "[" + operand(random, type) + "," + operand(random, type) + "]";
                };
        return "{'field':'%s','operator':'%s','value':%s}".formatted(type.outside(), operator.outside(), value);
    }

    private static String operand(Random random, FieldType type) {
        return switch (type) {
            case LEVEL -> "'" + LEVELS.get(random.nextInt(4)) + "'";
            case NUMBER -> String.valueOf(random.nextInt(4));
            case FLAG -> String.valueOf(random.nextBoolean());
            default -> "'" + WORDS.get(random.nextInt(WORDS.size())) + "'";
        };
    }

    private static Map<String, Object> facts(Random random) {
        Map<String, Object> known = new HashMap<>();
        if (random.nextInt(4) > 0) {
            known.put(
                    "text",
                    WORDS.get(random.nextInt(5)) + " "
                            + WORDS.get(random.nextInt(5)).toUpperCase(Locale.ROOT));
        }
        if (random.nextInt(4) > 0) {
            known.put("level", LEVELS.get(random.nextInt(4)));
            known.put("number", random.nextInt(4));
        }
        if (random.nextInt(4) > 0) {
            known.put("flag", random.nextBoolean());
            known.put("set", random.nextBoolean() ? List.of() : List.of("fax", WORDS.get(random.nextInt(5))));
        }
        return known;
    }
}
