package io.bilet.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Everybody who was looked at, with what was found.
 *
 * @param verdicts one for each agent of the roster, in its order
 */
public record Candidates(Roster roster, List<Verdict> verdicts) {

    private static final char FIRST_CODE = '0';
    private static final String BETWEEN_VERDICTS = "\n";
    private static final String BETWEEN_REASONS = "\t"; // names of skills are one line without control characters

    public Candidates {
        if (roster.agents().size() != verdicts.size()) {
            throw new IllegalArgumentException("Every agent of a roster needs a verdict.");
        }
    }

    /** One agent and what was found. */
    public record Candidate(UUID agentId, Verdict verdict) {}

    public List<Candidate> each() {
        return IntStream.range(0, verdicts.size())
                .mapToObj(i -> new Candidate(roster.agents().get(i), verdicts.get(i)))
                .toList();
    }

    /** The verdicts in short: each different one once, and then one character per agent. */
    String encoded() {
        Map<Verdict, Integer> codes = new HashMap<>();
        StringBuilder different = new StringBuilder();
        StringBuilder agents = new StringBuilder(verdicts.size());
        for (Verdict verdict : verdicts) {
            Integer code = codes.get(verdict);
            if (code == null) {
                code = codes.size();
                codes.put(verdict, code);
                different.append(verdict.eligible() ? '+' : '-');
                different
                        .append(String.join(BETWEEN_REASONS, verdict.reasons()))
                        .append(BETWEEN_VERDICTS);
            }
            agents.append((char) (FIRST_CODE + code));
        }
        return different.append(agents).toString();
    }

    static Candidates decoded(Roster roster, String encoded) {
        String[] parts = encoded.split(BETWEEN_VERDICTS, -1);
        String agents = parts[parts.length - 1];
        List<Verdict> different = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            String reasons = parts[i].substring(1);
            List<String> list = reasons.isEmpty() ? List.of() : List.of(reasons.split(BETWEEN_REASONS));
            different.add(new Verdict(parts[i].charAt(0) == '+', list));
        }
        List<Verdict> verdicts = agents.chars()
                .mapToObj(code -> different.get(code - FIRST_CODE))
                .toList();
        return new Candidates(roster, verdicts);
    }
}
