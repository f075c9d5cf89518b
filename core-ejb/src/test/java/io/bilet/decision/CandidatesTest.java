package io.bilet.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    @Test
    void what_is_kept_in_short_reads_as_it_was() {
        Candidates candidates = new Candidates(
                roster(4),
                List.of(
                        Verdict.inFavour(),
                        Verdict.against("offline", "missing_skill:Printers, old ones"),
                        Verdict.inFavour("chosen", "longest_idle"),
                        Verdict.against("offline", "missing_skill:Printers, old ones")));

        assertThat(Candidates.decoded(candidates.roster(), candidates.encoded()))
                .isEqualTo(candidates);
    }

    @Test
    void even_if_every_verdict_is_another() {
        List<Verdict> verdicts = IntStream.range(0, 1_000)
                .mapToObj(i -> Verdict.against("missing_skill:" + i))
                .toList();
        Candidates candidates = new Candidates(roster(1_000), verdicts);

        assertThat(Candidates.decoded(candidates.roster(), candidates.encoded()))
                .isEqualTo(candidates);
    }

    @Test
    void two_hundred_agents_take_few_bytes() {
        List<Verdict> verdicts = new ArrayList<>();
        IntStream.range(0, 200)
                .forEach(i -> verdicts.add(i % 3 == 0 ? Verdict.against("capacity_full") : Verdict.inFavour()));

        assertThat(new Candidates(roster(200), verdicts).encoded()).hasSizeLessThan(250);
    }

    @Test
    void the_same_agents_make_the_same_roster() {
        List<UUID> agents = Stream.generate(UUID::randomUUID).limit(3).toList();

        assertThat(Roster.of(agents)).isEqualTo(Roster.of(new ArrayList<>(agents)));
        assertThat(Roster.of(agents).id())
                .isNotEqualTo(Roster.of(agents.subList(0, 2)).id());
        assertThat(Roster.read(Roster.of(agents).id(), Roster.of(agents).bytes()))
                .isEqualTo(Roster.of(agents));
    }

    private static Roster roster(int size) {
        return Roster.of(Stream.generate(UUID::randomUUID).limit(size).toList());
    }
}
