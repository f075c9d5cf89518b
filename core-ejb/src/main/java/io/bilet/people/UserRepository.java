package io.bilet.people;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return EntityQueries.find(em, User.class, id.value());
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
        return EntityQueries.find(em, Identity.class, id.value())
                .filter(identity -> identity.userId().equals(user))
                .orElseThrow(() -> new NotFound("identity"));
    }

    /** Whether somebody else is an active administrator. */
    public boolean hasAdministratorBeside(UserId user) {
        return !em.createQuery(
                        "SELECT u FROM User u WHERE u.role = :admin AND u.active = TRUE AND u.id <> :user", User.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("user", user.value())
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether anybody is recognised by this key already. */
    public boolean isTaken(IdentityKey key) {
        return !em.createQuery("SELECT i.id FROM Identity i WHERE i.type = :type AND i.normalized = :key")
                .setParameter("type", key.type())
                .setParameter("key", key.normalized())
                .getResultList()
                .isEmpty();
    }

    /** Whether the login or the external id of this profile belongs to somebody else than {@code user}. */
    public boolean isTaken(UserProfile profile, UserId user) {
        Login login = profile.login();
        return anotherHasExternalId(profile.externalId(), user)
                || (login != null
                        && findByLogin(login)
                                .filter(other -> !other.id().equals(user))
                                .isPresent());
    }

    private boolean anotherHasExternalId(@Nullable String value, UserId except) {
        return value != null
                && !em.createQuery("SELECT u.id FROM User u WHERE u.externalId = :value AND u.id <> :except")
                        .setParameter("value", value)
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
