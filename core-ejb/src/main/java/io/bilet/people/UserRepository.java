package io.bilet.people;

import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Users and their identities. */
@ApplicationScoped
public class UserRepository {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The user of that id.
     *
     * @throws NotFound if there is none
     */
    public User get(UserId id) {
        return find(id).orElseThrow(() -> new NotFound("user"));
    }

    public Optional<User> find(UserId id) {
        return Optional.ofNullable(em.find(User.class, id.value()));
    }

    /** Who signs in with exactly this login. */
    public Optional<User> findByLogin(Login login) {
        return em.createQuery(
                        "SELECT u FROM User u WHERE u.loginIssuer = :issuer AND u.loginSubject = :subject", User.class)
                .setParameter("issuer", login.issuer())
                .setParameter("subject", login.subject())
                .getResultStream()
                .findFirst();
    }

    /** Oldest first. */
    public List<Identity> identities(UserId user) {
        return em.createQuery("SELECT i FROM Identity i WHERE i.userId = :user ORDER BY i.id", Identity.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    /**
     * The identity of that id, if it belongs to that user.
     *
     * @throws NotFound if it does not
     */
    public Identity identity(UserId user, IdentityId id) {
        return Optional.ofNullable(em.find(Identity.class, id.value()))
                .filter(identity -> identity.userId().equals(user))
                .orElseThrow(() -> new NotFound("identity"));
    }

    /** Whether anybody is recognised by this key already. */
    public Optional<Identity> findIdentity(IdentityKey key) {
        return em.createQuery("SELECT i FROM Identity i WHERE i.type = :type AND i.normalized = :key", Identity.class)
                .setParameter("type", key.type())
                .setParameter("key", key.normalized())
                .getResultStream()
                .findFirst();
    }

    public boolean externalIdIsTaken(String externalId, UserId except) {
        return !em.createQuery("SELECT u.id FROM User u WHERE u.externalId = :key AND u.id <> :except", Object.class)
                .setParameter("key", externalId)
                .setParameter("except", except.value())
                .getResultList()
                .isEmpty();
    }

    public void add(User user) {
        em.persist(user);
    }

    public void add(Identity identity) {
        em.persist(identity);
    }

    public void remove(Identity identity) {
        em.remove(identity);
    }

    /** Writes what is pending, so that the database's own rules speak now and versions are final. */
    public void flush() {
        em.flush();
    }
}
