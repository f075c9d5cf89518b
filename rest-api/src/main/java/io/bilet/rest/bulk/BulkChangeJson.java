package io.bilet.rest.bulk;

import io.bilet.api.v1.model.BulkChange;
import io.bilet.api.v1.model.BulkChangeItem;
import io.bilet.api.v1.model.BulkChangeOutcome;
import io.bilet.api.v1.model.BulkChangeTicket;
import io.bilet.api.v1.model.JobProgress;
import io.bilet.api.v1.model.JobStatus;
import io.bilet.bulk.BulkAdmin.Named;
import io.bilet.bulk.BulkItem;
import io.bilet.job.Job;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketId;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bulk changes as the API shows and takes them. */
final class BulkChangeJson {

    private BulkChangeJson() {}

    static BulkChange of(Job job) {
        return new BulkChange()
                .id(job.id().toString())
                .status(JobStatus.valueOf(job.status().name()))
                .progress(new JobProgress().done(job.done()).total(job.total()))
                .changedCount(job.sums().getInt("changed", 0))
                .unchangedCount(job.sums().getInt("unchanged", 0))
                .refusedCount(job.sums().getInt("refused", 0))
                .failedCount(job.sums().getInt("failed", 0))
                .createdAt(job.createdAt())
                .endedAt(job.endedAt());
    }

    static BulkChangeItem of(BulkItem item) {
        return new BulkChangeItem()
                .ticketId(item.ticket().toString())
                .outcome(
                        item.outcome() == null
                                ? BulkChangeOutcome.WAITING
                                : BulkChangeOutcome.fromValue(Wire.of(item.outcome())))
                .code(item.code())
                .detail(item.detail())
                .version(item.version());
    }

    static List<Named> toNamed(@Nullable List<BulkChangeTicket> tickets) {
        return tickets == null
                ? List.of()
                : tickets.stream()
                        .map(one -> new Named(TicketId.parse(one.getId()), Optional.ofNullable(one.getVersion())))
                        .toList();
    }

    static JsonArray toActions(List<JsonObject> actions) {
        JsonArrayBuilder array = StoredJson.array();
        actions.forEach(array::add);
        return array.build();
    }
}
