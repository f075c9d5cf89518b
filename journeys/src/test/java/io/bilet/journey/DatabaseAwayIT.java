package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bilet.dev.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P06: a database that dies, freezes or takes no changes is said to be away, at once, and nothing is lost by it. */
@Tag("nodes")
class DatabaseAwayIT {

    private static final int CLIENTS = 30;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final Duration NORMAL_WITHIN = Duration.ofSeconds(30);
    private static final int REPEATED = 200;
    private static final Duration THINKING = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What may befall a database. */
    enum Fault {
        KILLED {
            @Override
            void strike(EmbeddedDatabase database) {
                database.kill();
            }

            @Override
            void mend(EmbeddedDatabase database) throws IOException, InterruptedException {
                database.restart();
            }
        },
        STOPPED {
            @Override
            void strike(EmbeddedDatabase database) {
                database.stop();
            }

            @Override
            void mend(EmbeddedDatabase database) throws IOException, InterruptedException {
                database.restart();
            }
        },
        FROZEN {
            @Override
            void strike(EmbeddedDatabase database) throws IOException, InterruptedException {
                database.freeze();
            }

            @Override
            void mend(EmbeddedDatabase database) throws IOException, InterruptedException {
                database.thaw();
            }
        },
        READ_ONLY {
            @Override
            void strike(EmbeddedDatabase database) throws SQLException {
                database.administer("SET GLOBAL read_only = ON");
            }

            @Override
            void mend(EmbeddedDatabase database) throws SQLException {
                database.administer("SET GLOBAL read_only = OFF");
            }
        };

        /** Long enough for everybody to have asked, been told to come again, and to have done so. */
        Duration lasts() {
            return Duration.ofSeconds(this == FROZEN ? 9 : 4);
        }

        abstract void strike(EmbeddedDatabase database) throws Exception;

        abstract void mend(EmbeddedDatabase database) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void p06_callers_are_told_to_come_again_and_nothing_acknowledged_is_lost_or_doubled(Fault fault) throws Exception {
        Pair desk = Pair.ready();
        Storm storm = new Storm(
                        desk.nodes().map(Node::api).toList(), desk.tokens().admin())
                .unhurried(THINKING)
                .begin(CLIENTS, fault.ordinal());
        await().until(() -> storm.hasServedAllSince(0));

        fault.strike(desk.database());
        long struck = System.nanoTime();
        await("readiness")
                .atMost(Duration.ofSeconds(10))
                .until(() -> status(desk.one().health("ready")) == 503);
        TimeUnit.NANOSECONDS.sleep(struck + fault.lasts().toNanos() - System.nanoTime());
        assertThat(status(desk.one().health("live"))).isEqualTo(200);
        long mended = System.nanoTime();
        fault.mend(desk.database());
        long back = System.nanoTime();
        await("service").atMost(NORMAL_WITHIN).until(() -> storm.hasServedAllSince(back));
        await("readiness").atMost(NORMAL_WITHIN).until(() -> status(desk.one().health("ready")) == 200);
        storm.end();

        List<Attempt> meanwhile = storm.attempts().stream()
                .filter(attempt -> attempt.liesWithin(struck, mended))
                .filter(attempt -> fault != Fault.READ_ONLY || attempt.method().equals("POST"))
                .toList();
        assertThat(meanwhile).isNotEmpty();
        assertThat(meanwhile.stream().filter(attempt -> attempt.status() != 503 || !attempt.tellsWhen()))
                .isEmpty();
        assertThat(storm.attempts().stream()
                        .filter(attempt -> attempt.begun() - struck > 0)
                        .filter(attempt -> !isPrompt(attempt)))
                .isEmpty();
        assertThat(storm.answeredOtherwiseNow(REPEATED)).isEmpty();
        assertThat(new Ledger(desk.schema()).faults(storm.acknowledged())).isEmpty();
    }

    private static boolean isPrompt(Attempt attempt) {
        return attempt.isAnswered() && attempt.took().compareTo(ANSWERED_WITHIN) <= 0;
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
