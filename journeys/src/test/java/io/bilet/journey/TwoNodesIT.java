package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nodes")
class TwoNodesIT {

    @Test
    void two_nodes_that_start_at_once_on_an_old_schema_bring_it_up_to_date_once() throws Exception {
        MigrationInfoService history = Pair.ready().history();

        assertThat(history.pending()).isEmpty();
        assertThat(history.applied()).extracting(MigrationInfo::getState).containsOnly(MigrationState.SUCCESS);
        assertThat(history.applied()).extracting(MigrationInfo::getVersion).doesNotHaveDuplicates();
        assertThat(history.current().getVersion()).isGreaterThan(MigrationVersion.fromVersion(Pair.OLD_SCHEMA));
    }

    @Test
    void what_one_node_hands_out_the_other_accepts() throws Exception {
        Pair desk = Pair.ready();

        assertThat(desk.nodes()
                        .map(node -> DeskDriver.at(node.api(), desk.tokens().agent("mira")))
                        .map(mira -> mira.get("me").getJsonObject("user").getString("name")))
                .containsExactly("Mira Yılmaz", "Mira Yılmaz");
    }

    @Test
    void p02_what_one_node_has_done_the_other_does_not_do_again() throws Exception {
        Pair desk = Pair.ready();
        Deed deed = Deed.opening();

        List<Answer> answers = desk.nodes().map(desk::admin).map(deed::askOf).toList();

        assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(answers.get(1).header("Idempotent-Replayed")).isEqualTo("true");
    }
}
