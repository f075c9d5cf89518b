package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.AuditEntry;
import io.bilet.flow.DutyFlow;
import io.bilet.platform.outbox.Subscriber;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.sla.SlaClock;
import io.bilet.sla.SlaDesk;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlaTimerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant DUE = MONDAY_NINE.plus(Duration.ofHours(8));

    private static final System.Logger LOG = System.getLogger(SlaTimerIT.class.getName());

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);

    /** Two promises each: the first reply after eight hours, the resolution after three days. */
    @Test
    void a_thousand_promises_missed_during_downtime_break_once_each_on_two_nodes() {
        List<TicketId> tickets = opened(500);

        long start = System.nanoTime();
        bothNodes(MONDAY_NINE.plus(Duration.ofDays(4)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        LOG.log(Level.INFO, () -> "1,000 breaches took " + took);
        assertThat(tickets).allSatisfy(ticket -> assertThat(desk.record(ticket).stream()
                        .filter(entry -> entry.type().equals("ticket.sla_breached"))
                        .map(entry -> entry.data().getString("metric")))
                .containsExactlyInAnyOrder("first_reply_time", "total_resolution_time"));
        assertThat(tickets).allSatisfy(ticket -> assertThat(desk.clocks(ticket))
                .allSatisfy(clock -> assertThat(clock.reading().breachedAt())
                        .isEqualTo(clock.reading().dueAt())));
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private List<TicketId> opened(int tickets) {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            return IntStream.range(0, tickets)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> desk.opened(TicketPriority.URGENT), four))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            four.shutdown();
        }
    }

    private static void bothNodes(Instant now) {
        var one = CompletableFuture.runAsync(() -> Node.at(now, SlaTimer.class).run());
        var other =
                CompletableFuture.runAsync(() -> Node.at(now, SlaTimer.class).run());
        CompletableFuture.allOf(one, other).join();
    }

    @Test
    void nothing_breaks_before_its_time() {
        TicketId ticket = desk.opened(TicketPriority.URGENT);

        Node.at(DUE, SlaTimer.class).run();

        assertThat(firstReply(ticket).reading().breachedAt()).isNull();
    }

    @Test
    void what_was_answered_in_time_never_breaks() {
        TicketId ticket = desk.opened(TicketPriority.URGENT);
        desk.answered(ticket, TicketStatus.PENDING);

        Node.at(DUE.plusSeconds(1), SlaTimer.class).run();

        assertThat(desk.record(ticket)).extracting(AuditEntry::type).doesNotContain("ticket.sla_breached");
    }

    @Test
    void what_broke_is_written_down_for_those_who_want_to_know() {
        TicketId ticket = desk.opened(TicketPriority.URGENT);
        SlaDesk heard = new SlaDesk(DUE.plusSeconds(1)).heardBy(Ear.class, new Ear());

        Node.of(heard, heard.bean(SlaTimer.class)).run();

        assertThat(Rows.count(
                        "SELECT COUNT(*) FROM outbox WHERE ordering_id = ? AND topic = 'ticket.sla_breached'",
                        ticket.value().toString()))
                .isEqualTo(1);
    }

    @Test
    void an_alarm_that_always_fails_is_put_aside_after_six_tries_and_delays_no_other() {
        TicketId poisoned = desk.opened(TicketPriority.URGENT);
        TicketId healthy = desk.opened(TicketPriority.URGENT);
        Node<SlaTimer> node = nodeThatFailsFor(poisoned);

        for (int i = 0; i < 8; i++) {
            node.run();
            assertThat(firstReply(healthy).reading().breachedAt()).isEqualTo(DUE);
            letPausesPass(poisoned);
        }

        assertThat(Rows.count(
                        "SELECT attempts FROM work WHERE ordering_id = ?",
                        poisoned.value().toString()))
                .isEqualTo(6);
        assertThat(Rows.count(
                        "SELECT COUNT(*) FROM work WHERE ordering_id = ? AND dead_at IS NOT NULL",
                        poisoned.value().toString()))
                .isEqualTo(1);
        assertThat(firstReply(poisoned).reading().breachedAt()).isNull();
    }

    private Node<SlaTimer> nodeThatFailsFor(TicketId poisoned) {
        var node = new SlaDesk(DUE.plusSeconds(1));
        var timer = new SlaTimer();
        timer.alarms = node.bean(AlarmQueries.class);
        timer.work = node.bean(WorkQueue.class);
        timer.clock = node.bean(Clock.class);
        timer.duties = new FailingDuties(node.bean(DutyFlow.class), poisoned);
        return Node.of(node, timer);
    }

    private static void letPausesPass(TicketId ticket) {
        Rows.change(
                "UPDATE work SET due_at = UTC_TIMESTAMP(6) WHERE ordering_id = ?",
                ticket.value().toString());
    }

    private SlaClock firstReply(TicketId ticket) {
        return desk.clocks(ticket).get(0);
    }

    /** Wants to know what clocks say. */
    private static final class Ear implements Subscriber {

        @Override
        public boolean wants(String topic) {
            return topic.startsWith("ticket.sla_");
        }

        @Override
        public String queue() {
            return "ear";
        }

        @Override
        public void work(WorkItem item) {
            // What is written down is what counts here.
        }

        @Override
        public Duration pause(int attempt) {
            return Duration.ZERO;
        }

        @Override
        public int attemptsMax() {
            return 1;
        }
    }

    private static final class FailingDuties extends DutyFlow {

        private final DutyFlow sound;
        private final TicketId poisoned;

        FailingDuties(DutyFlow sound, TicketId poisoned) {
            this.sound = sound;
            this.poisoned = poisoned;
        }

        @Override
        public void soundClocks(TicketId id, Instant seen) {
            if (id.equals(poisoned)) {
                throw new IllegalStateException("poisoned");
            }
            sound.soundClocks(id, seen);
        }
    }
}
