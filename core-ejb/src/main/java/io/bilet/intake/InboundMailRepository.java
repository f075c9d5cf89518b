package io.bilet.intake;

import io.bilet.intake.robot.Classification;
import io.bilet.platform.blob.Blob;
import io.bilet.platform.blob.Sha256;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Stores inbound mail. Every change names the state, or the fence, that it depends on. */
@ApplicationScoped
public class InboundMailRepository {

    private static final String CLAIMED = "UPDATE inbound_mail SET attempts = attempts + 1, fence = fence + 1,"
            + " leased_until = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND"
            + " WHERE id = :id AND state = 'RECEIVED' AND leased_until < UTC_TIMESTAMP(6)";

    private static final String FINISHED = "UPDATE inbound_mail SET state = :state, reason = :reason, detail = :detail,"
            + " classification = :classification, from_address = :from, subject = :subject, bounce = :bounce,"
            + " ticket_id = :ticket, comment_id = :comment, opened_ticket = :opened, leased_until = '1970-01-01'"
            + " WHERE id = :id AND fence = :fence";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Reads what is known of a mail.
     *
     * @throws NotFound if there is none
     */
    public InboundMail get(InboundMailId id) {
        InboundMail mail =
                EntityQueries.find(em, InboundMail.class, id.value()).orElseThrow(() -> new NotFound("inbound mail"));
        em.refresh(mail);
        return mail;
    }

    /** Stores a mail, unless it is there already; the same mail a second time changes nothing and is false. */
    boolean add(InboundMailId id, String source, Sha256 messageKey, Blob raw, Envelope envelope) {
        return em.createNativeQuery("INSERT IGNORE INTO inbound_mail (id, source, message_key, sha256, bytes,"
                                + " envelope_from, envelope_to, state, due_at, received_at) VALUES (:id, :source, :key,"
                                + " :sha256, :bytes, :from, :to, 'RECEIVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))")
                        .setParameter("id", id.value().toString())
                        .setParameter("source", source)
                        .setParameter("key", bytes(messageKey))
                        .setParameter("sha256", raw.sha256().hex())
                        .setParameter("bytes", raw.bytes())
                        .setParameter("from", envelope.from().orElse(null))
                        .setParameter("to", String.join("\n", envelope.to()))
                        .executeUpdate()
                == 1;
    }

    Optional<InboundMailId> find(String source, Sha256 messageKey, Sha256 raw) {
        List<?> rows = em.createNativeQuery(
                        "SELECT id FROM inbound_mail WHERE source = :source AND message_key = :key AND sha256 = :sha256")
                .setParameter("source", source)
                .setParameter("key", bytes(messageKey))
                .setParameter("sha256", raw.hex())
                .getResultList();
        return rows.stream().findFirst().map(Columns::uuid).map(InboundMailId::new);
    }

    /** Takes a mail for a while; empty if somebody else has it or nothing is left to do. */
    Optional<InboundClaim> claim(InboundMailId id, long seconds) {
        int taken = em.createNativeQuery(CLAIMED)
                .setParameter("seconds", seconds)
                .setParameter("id", id.value().toString())
                .executeUpdate();
        return taken == 1 ? Optional.of(claimed(id)) : Optional.empty();
    }

    private InboundClaim claimed(InboundMailId id) {
        Object[] row = (Object[]) em.createNativeQuery("SELECT source, sha256, envelope_from, envelope_to, wanted,"
                        + " attempts, fence FROM inbound_mail WHERE id = :id")
                .setParameter("id", id.value().toString())
                .getSingleResult();
        String to = Columns.text(row[3]);
        Envelope envelope = new Envelope(
                Optional.ofNullable(Columns.textOrNull(row[2])),
                to.isEmpty() ? List.of() : List.of(to.split("\n", -1)));
        return new InboundClaim(
                id,
                Columns.text(row[0]),
                new Sha256(Columns.text(row[1])),
                envelope,
                Columns.truth(row[4]),
                new InboundClaim.Lease((int) Columns.number(row[5]), Columns.number(row[6])));
    }

    /** Mails that nobody is working on and whose time has come, the oldest first. */
    List<InboundMailId> due(int limit) {
        @SuppressWarnings("unchecked")
        List<Object> rows = em.createNativeQuery("SELECT id FROM inbound_mail WHERE state = 'RECEIVED'"
                        + " AND due_at <= UTC_TIMESTAMP(6) AND leased_until < UTC_TIMESTAMP(6)"
                        + " ORDER BY due_at LIMIT " + limit)
                .getResultList();
        return rows.stream().map(Columns::uuid).map(InboundMailId::new).toList();
    }

    /** Writes down what became of a claimed mail; false if the claim was lost meanwhile. */
    boolean finish(InboundClaim claim, FilingResult result, Glimpse glimpse) {
        Classification kind = glimpse.classification();
        return em.createNativeQuery(FINISHED)
                        .setParameter("state", result.state().name())
                        .setParameter("reason", result.reason())
                        .setParameter("detail", result.detail())
                        .setParameter("classification", kind == null ? null : kind.name())
                        .setParameter("from", glimpse.from())
                        .setParameter("subject", glimpse.subject())
                        .setParameter("bounce", glimpse.bounceJson())
                        .setParameter(
                                "ticket",
                                Columns.textOrNull(
                                        result.ticket() == null
                                                ? null
                                                : result.ticket().value()))
                        .setParameter(
                                "comment",
                                Columns.textOrNull(
                                        result.comment() == null
                                                ? null
                                                : result.comment().value()))
                        .setParameter("opened", result.opened())
                        .setParameter("id", claim.id().value().toString())
                        .setParameter("fence", claim.lease().fence())
                        .executeUpdate()
                == 1;
    }

    /** Lets a mail that could not be filed now be tried again later. */
    void postpone(InboundClaim claim, String error, long seconds) {
        em.createNativeQuery("UPDATE inbound_mail SET leased_until = '1970-01-01', detail = :error,"
                        + " due_at = UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND WHERE id = :id AND fence = :fence")
                .setParameter("error", error)
                .setParameter("seconds", seconds)
                .setParameter("id", claim.id().value().toString())
                .setParameter("fence", claim.lease().fence())
                .executeUpdate();
    }

    /** Moves a suspended mail on by a person's decision; false if it is not suspended. */
    boolean decide(InboundMailId id, InboundState next) {
        return em.createNativeQuery("UPDATE inbound_mail SET state = :next, wanted = TRUE, attempts = 0, reason = NULL,"
                                + " detail = NULL, due_at = UTC_TIMESTAMP(6), leased_until = '1970-01-01',"
                                + " fence = fence + 1 WHERE id = :id AND state = 'SUSPENDED'")
                        .setParameter("next", next.name())
                        .setParameter("id", id.value().toString())
                        .executeUpdate()
                == 1;
    }

    /** Tickets that stored mails of these ids belong to, by message key. */
    List<TicketId> ticketsOf(Collection<Sha256> messageKeys) {
        if (messageKeys.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object> rows = em.createNativeQuery(
                        "SELECT DISTINCT ticket_id FROM inbound_mail WHERE message_key IN (:keys)"
                                + " AND ticket_id IS NOT NULL AND state = 'FILED' LIMIT 20")
                .setParameter(
                        "keys",
                        messageKeys.stream().map(InboundMailRepository::bytes).toList())
                .getResultList();
        return rows.stream().map(Columns::uuid).map(TicketId::new).toList();
    }

    /** Suspended mails, the newest first; of all reasons if {@code reasons} is empty. */
    public Slice<InboundMail> suspended(Collection<String> reasons, Optional<Position> after, int limit) {
        var query = em.createQuery(
                "SELECT m FROM InboundMail m WHERE m.state = io.bilet.intake.InboundState.SUSPENDED"
                        + (after.isPresent() ? " AND m.id < :after" : "")
                        + (reasons.isEmpty() ? "" : " AND m.reason IN :reasons")
                        + " ORDER BY m.id DESC",
                InboundMail.class);
        after.ifPresent(position -> query.setParameter("after", position.id()));
        if (!reasons.isEmpty()) {
            query.setParameter("reasons", reasons);
        }
        return Slice.of(
                query.setMaxResults(limit + 1).getResultList(),
                limit,
                mail -> new Position("", mail.id().value()));
    }

    private static byte[] bytes(Sha256 digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
