package io.bilet.access.signin;

import io.bilet.access.token.ApiToken;
import io.bilet.access.token.TokenId;
import io.bilet.access.token.TokenKind;
import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Active users by what they sign in with, one statement each. */
@ApplicationScoped
public class SignInQueries {

    private static final String GROUPS =
            "(SELECT GROUP_CONCAT(m.group_id) FROM group_member m WHERE m.agent_id = u.id)";

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Whose token has this digest; revoked ones are not found, expired ones are. */
    public Optional<TokenRow> byDigest(byte[] digest) {
        List<?> rows = em.createNativeQuery("SELECT u.id, u.role, " + GROUPS
                        + ", t.id, t.kind, t.scopes, t.brands, t.requests_per_minute, t.expires_at"
                        + " FROM api_token t JOIN `user` u ON u.id = t.user_id"
                        + " WHERE t.secret_hash = :digest AND t.revoked_at IS NULL AND u.active")
                .setParameter("digest", digest)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(SignInQueries::token).findFirst();
    }

    /** Who signs in with exactly this issuer and subject. */
    public Optional<UserRow> byLogin(String issuer, String subject) {
        List<?> rows = em.createNativeQuery("SELECT u.id, u.role, " + GROUPS
                        + " FROM `user` u WHERE u.login_issuer = :issuer AND u.login_subject = :subject AND u.active")
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(SignInQueries::user).findFirst();
    }

    /** The active user of that id. */
    Optional<UserRow> byId(UserId id) {
        List<?> rows = em.createNativeQuery(
                        "SELECT u.id, u.role, " + GROUPS + " FROM `user` u WHERE u.id = :id AND u.active")
                .setParameter("id", id.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(SignInQueries::user).findFirst();
    }

    /** Whether this is an active requester. */
    public boolean isRequester(UserId id) {
        return !em.createNativeQuery("SELECT id FROM `user` WHERE id = :id AND role = 'REQUESTER' AND active")
                .setParameter("id", id.value())
                .getResultList()
                .isEmpty();
    }

    private static UserRow user(Object[] row) {
        return new UserRow(new UserId(Columns.uuid(row[0])), Role.valueOf(Columns.text(row[1])), groups(row[2]));
    }

    private static TokenRow token(Object[] row) {
        return new TokenRow(
                user(row),
                new TokenId(Columns.uuid(row[3])),
                TokenKind.valueOf(Columns.text(row[4])),
                Columns.textOrNull(row[5]),
                ApiToken.readBrands(Columns.text(row[6])),
                row[7] == null ? null : (int) Columns.number(row[7]),
                Objects.requireNonNull(Utc.instant(row[8])));
    }

    private static Set<GroupId> groups(@Nullable Object column) {
        return column == null
                ? Set.of()
                : Arrays.stream(column.toString().split(","))
                        .map(id -> new GroupId(UUID.fromString(id)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** An active user, their role, and the groups they belong to. */
    public record UserRow(UserId id, Role role, Set<GroupId> groups) {}

    /** A token that was not revoked, and its user. */
    public record TokenRow(
            UserRow user,
            TokenId id,
            TokenKind kind,
            @Nullable String scopes,
            Set<BrandId> brands,
            @Nullable Integer requestsPerMinute,
            Instant expiresAt) {}
}
