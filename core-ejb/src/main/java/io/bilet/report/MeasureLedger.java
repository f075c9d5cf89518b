package io.bilet.report;

import io.bilet.audit.AuditEntry;
import io.bilet.audit.AuditQueries;
import io.bilet.platform.log.FailureTrace;
import io.bilet.platform.work.Leases;
import io.bilet.report.RecordQueries.Applied;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.Schedules;
import io.bilet.ticket.MeasuredRepository;
import io.bilet.ticket.TicketId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures tickets whose record has grown, some at a time, in one transaction. */
@Stateless
public class MeasureLedger {

    static final String LEASE = "ticket-measures";

    private static final System.Logger LOG = System.getLogger(MeasureLedger.class.getName());

    @Inject
    private RecordQueries records;

    @Inject
    private AuditQueries audits;

    @Inject
    private Schedules schedules;

    @Inject
    private MeasureRepository measures;

    @Inject
    private MeasuredRepository marks;

    @Inject
    private Leases leases;

    /**
     * Measures up to {@code limit} tickets and says how many there were. A ticket is measured as a whole, so that doing
     * it again changes nothing.
     */
    public int measure(int limit) {
        List<TicketRow> tickets = records.unmeasured(limit);
        if (!tickets.isEmpty()) {
            leases.requireHeld(LEASE);
            List<TicketId> ids = tickets.stream().map(TicketRow::id).toList();
            Map<TicketId, List<AuditEntry>> entries = audits.of(ids);
            Map<TicketId, List<Applied>> applied = records.schedules(ids);
            Map<TicketRow, Measured> measured = new LinkedHashMap<>();
            Map<TicketId, Long> counts = new HashMap<>();
            for (TicketRow ticket : tickets) {
                Hours hours = hours(applied.getOrDefault(ticket.id(), List.of()));
                measured.put(ticket, story(ticket, entries.getOrDefault(ticket.id(), List.of()), hours));
                counts.put(ticket.id(), ticket.entries());
            }
            measures.replace(measured);
            marks.measured(counts);
        }
        return tickets.size();
    }

    private Hours hours(List<Applied> applied) {
        NavigableMap<Instant, Hours> changes = new TreeMap<>();
        applied.forEach(each -> changes.put(each.at(), hours(each.schedule())));
        return Hours.changing(Hours.ALWAYS, changes);
    }

    private Hours hours(@Nullable ScheduleId schedule) {
        return Optional.ofNullable(schedule)
                .flatMap(schedules::history)
                .<Hours>map(history -> history::between)
                .orElse(Hours.ALWAYS);
    }

    /** One record that cannot be read must not keep all others from being measured. */
    private static Measured story(TicketRow ticket, List<AuditEntry> record, Hours hours) {
        try {
            return TicketStory.of(ticket, record, hours);
        } catch (RuntimeException unreadable) {
            LOG.log(Level.WARNING, () -> "ticket " + ticket.id() + " is in no report: " + FailureTrace.of(unreadable));
            return Measured.NOTHING;
        }
    }
}
