package io.bilet.access.signin;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.RolePermissions;
import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets something be done later in the name of whoever asks for it: with no more rights than they had when they asked,
 * and no more than they have when it is done.
 */
@ApplicationScoped
public class Mandates {

    @Inject
    private SignInQueries queries;

    /** What is kept of a caller. */
    public JsonObject of(Caller caller) {
        return StoredJson.object()
                .add("user_id", caller.userId().toString())
                .add("permissions", StoredJson.array(texts(caller.permissions())))
                .add("brand_ids", StoredJson.array(texts(caller.brands())))
                .add("token_id", caller.tokenId())
                .build();
    }

    private static Set<String> texts(Collection<?> several) {
        return several.stream().map(Object::toString).collect(Collectors.toSet());
    }

    /** The caller as they are now; empty if they may not sign in any more. */
    public Optional<Caller> caller(JsonObject mandate) {
        Set<Permission> asked = words(mandate, "permissions").stream()
                .flatMap(name -> Permission.named(name).stream())
                .collect(Collectors.toSet());
        return queries.byId(UserId.parse(mandate.getString("user_id"))).map(user -> {
            asked.retainAll(RolePermissions.of(user.role()));
            return new Caller(
                    user.id(),
                    user.role(),
                    asked,
                    user.groups(),
                    words(mandate, "brand_ids").stream().map(BrandId::parse).collect(Collectors.toSet()),
                    null,
                    mandate.getString("token_id"),
                    null);
        });
    }

    private static Set<String> words(JsonObject mandate, String name) {
        return mandate.getJsonArray(name).getValuesAs(JsonString::getString).stream()
                .collect(Collectors.toSet());
    }
}
