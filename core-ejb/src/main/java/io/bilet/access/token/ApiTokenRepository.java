package io.bilet.access.token;

import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API tokens. */
@ApplicationScoped
public class ApiTokenRepository {

    private static final String ADMINS_WHO_CAN_SIGN_IN = """
            SELECT COUNT(*) FROM `user` u
            WHERE u.role = 'ADMIN' AND u.active AND (u.login_subject IS NOT NULL OR EXISTS (
                SELECT 1 FROM api_token t WHERE t.user_id = u.id AND t.kind = 'LASTING'
                  AND t.revoked_at IS NULL AND t.expires_at > :now))""";

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The token of that id.
     *
     * @throws NotFound if there is none
     */
    public ApiToken get(TokenId id) {
        return find(id).orElseThrow(() -> new NotFound("token"));
    }

    public Optional<ApiToken> find(TokenId id) {
        return EntityQueries.find(em, ApiToken.class, id.value());
    }

    /** Tokens in the order in which they were made, at most {@code count} of them after {@code after}. */
    public List<ApiToken> page(Optional<UserId> ofUser, @Nullable TokenId after, int count) {
        return em.createQuery(
                        "SELECT t FROM ApiToken t WHERE t.id > :after AND (:all = TRUE OR t.userId = :user) ORDER BY t.id",
                        ApiToken.class)
                .setParameter("after", after == null ? new UUID(0, 0) : after.value())
                .setParameter("all", ofUser.isEmpty())
                .setParameter("user", ofUser.map(UserId::value).orElse(new UUID(0, 0)))
                .setMaxResults(count)
                .getResultList();
    }

    public void add(ApiToken token) {
        em.persist(token);
    }

    /** The role of an active user. */
    public Optional<Role> roleOf(UserId user) {
        List<?> roles = em.createNativeQuery("SELECT role FROM `user` WHERE id = :id AND active")
                .setParameter("id", user.value())
                .getResultList();
        return roles.stream().map(role -> Role.valueOf(role.toString())).findFirst();
    }

    /** Notes when tokens were last used; a note never goes back in time. */
    public void used(Map<TokenId, Instant> uses) {
        for (Map.Entry<TokenId, Instant> use : uses.entrySet()) {
            em.createNativeQuery("UPDATE api_token SET last_used_at = GREATEST(COALESCE(last_used_at, :at), :at)"
                            + " WHERE id = :id")
                    .setParameter("at", Utc.column(use.getValue()))
                    .setParameter("id", use.getKey().value())
                    .executeUpdate();
        }
    }

    /** Whether any administrator has a way to sign in: a lasting token of theirs that works, or a login. */
    public boolean anyAdminCanSignIn(Instant now) {
        Object count = em.createNativeQuery(ADMINS_WHO_CAN_SIGN_IN)
                .setParameter("now", Utc.column(now))
                .getSingleResult();
        return ((Number) count).longValue() > 0;
    }

    /** Whether a first administrator's token was made that can still be used. */
    public boolean isFirstTokenWaiting(Instant now) {
        return !em.createNativeQuery("""
                        SELECT id FROM api_token
                        WHERE kind = 'FIRST_ADMIN' AND revoked_at IS NULL AND expires_at > :now""")
                .setParameter("now", Utc.column(now))
                .getResultList()
                .isEmpty();
    }

    /** The longest-serving active administrator. */
    public Optional<UserId> anyAdmin() {
        List<?> ids = em.createNativeQuery(
                        "SELECT id FROM `user` WHERE role = 'ADMIN' AND active ORDER BY created_at, id LIMIT 1")
                .getResultList();
        return ids.stream().map(Columns::uuid).map(UserId::new).findFirst();
    }

    /** Ends the first administrators' tokens that were never exchanged. */
    public void revokeFirstTokens(Instant now) {
        em.createNativeQuery("UPDATE api_token SET revoked_at = :now WHERE kind = 'FIRST_ADMIN' AND revoked_at IS NULL")
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }
}
