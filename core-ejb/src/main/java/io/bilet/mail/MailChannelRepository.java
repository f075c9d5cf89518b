package io.bilet.mail;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mail channels. */
@ApplicationScoped
public class MailChannelRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int ACTIVE_MAX = 200;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The channel of that id.
     *
     * @throws NotFound if there is none
     */
    public MailChannel get(MailChannelId id) {
        return find(id).orElseThrow(() -> new NotFound("mail channel"));
    }

    public Optional<MailChannel> find(MailChannelId id) {
        return EntityQueries.find(em, MailChannel.class, id.value());
    }

    /** Oldest first. */
    public List<MailChannel> active() {
        return em.createQuery("SELECT c FROM MailChannel c WHERE c.active = TRUE ORDER BY c.id", MailChannel.class)
                .setMaxResults(ACTIVE_MAX)
                .getResultList();
    }

    /** Oldest first. */
    public Slice<MailChannel> page(Optional<Position> after, int limit) {
        List<MailChannel> rows = em.createQuery(
                        "SELECT c FROM MailChannel c WHERE c.id > :after ORDER BY c.id", MailChannel.class)
                .setParameter("after", after.map(Position::id).orElse(BEFORE_ALL))
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(rows, limit, channel -> new Position("", channel.id().value()));
    }

    boolean nameIsTaken(String name, MailChannelId except) {
        return !em.createQuery("SELECT c.id FROM MailChannel c WHERE c.name = :name AND c.id <> :except", UUID.class)
                .setParameter("name", name)
                .setParameter("except", except.value())
                .getResultList()
                .isEmpty();
    }

    void add(MailChannel channel) {
        em.persist(channel);
    }

    void remove(MailChannel channel) {
        em.remove(channel);
    }

    void flush() {
        em.flush();
    }
}
