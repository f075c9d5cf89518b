package io.bilet.access.token;

import io.bilet.access.Scopes;
import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token somebody asks for.
 *
 * @param userId who signs in with it
 * @param name what its holder calls it
 * @param scopes absent for everything the user's role permits
 * @param brands the brands a service account is confined to; empty for all
 * @param expiresAt absent for the default life
 * @param requestsPerMinute absent for the limit of the installation
 */
public record NewToken(
        UserId userId,
        String name,
        @Nullable Scopes scopes,
        Set<BrandId> brands,
        @Nullable Instant expiresAt,
        @Nullable Integer requestsPerMinute) {

    public NewToken {
        brands = Set.copyOf(brands);
    }
}
