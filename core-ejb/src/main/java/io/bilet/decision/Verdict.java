package io.bilet.decision;

import java.util.List;

/**
 * What was found about one agent.
 *
 * @param eligible whether the ticket could have gone to them
 * @param reasons why not, or what spoke for them; lower snake case, some with a name after a colon
 */
public record Verdict(boolean eligible, List<String> reasons) {

    public static Verdict against(String... reasons) {
        return new Verdict(false, List.of(reasons));
    }

    public static Verdict inFavour(String... reasons) {
        return new Verdict(true, List.of(reasons));
    }
}
