package io.bilet.intake;

import io.bilet.mail.MailChannelId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each mailbox was read, and how the last try went. */
@ApplicationScoped
public class MailboxRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The states of the given channels' mailboxes, by channel; those never read are missing. */
    public Map<MailChannelId, MailboxState> of(List<MailChannelId> channels) {
        if (channels.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT mail_channel_id, uid_validity, last_uid, fetched_at, last_error"
                                + " FROM mailbox WHERE mail_channel_id IN (:channels)")
                .setParameter(
                        "channels",
                        channels.stream().map(id -> id.value().toString()).toList())
                .getResultList();
        return rows.stream()
                .map(MailboxRepository::state)
                .collect(Collectors.toMap(MailboxState::channel, Function.identity()));
    }

    private static MailboxState state(Object[] row) {
        return new MailboxState(
                new MailChannelId(Columns.uuid(row[0])),
                row[1] == null ? MailboxState.NEVER : Columns.number(row[1]),
                Columns.number(row[2]),
                Optional.ofNullable(Utc.instant(row[3])),
                Optional.ofNullable(Columns.textOrNull(row[4])));
    }

    /** Notes how far a mailbox was read without a failure. */
    void read(MailChannelId channel, long uidValidity, long lastUid) {
        em.createNativeQuery(
                        "INSERT INTO mailbox (mail_channel_id, uid_validity, last_uid, fetched_at)"
                                + " VALUES (:channel, :validity, :uid, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE"
                                + " uid_validity = :validity, last_uid = :uid, fetched_at = UTC_TIMESTAMP(6), last_error = NULL")
                .setParameter("channel", channel.value().toString())
                .setParameter("validity", uidValidity)
                .setParameter("uid", lastUid)
                .executeUpdate();
    }

    void failed(MailChannelId channel, @Nullable String error) {
        em.createNativeQuery("INSERT INTO mailbox (mail_channel_id, last_error) VALUES (:channel, :error)"
                        + " ON DUPLICATE KEY UPDATE last_error = :error")
                .setParameter("channel", channel.value().toString())
                .setParameter("error", error)
                .executeUpdate();
    }
}
