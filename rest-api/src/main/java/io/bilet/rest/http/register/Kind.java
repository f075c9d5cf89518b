package io.bilet.rest.http.register;

import io.bilet.platform.json.StoredJson;
import io.bilet.rest.http.call.JsonbResolver;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A kind of thing that administrators keep.
 *
 * @param name what one is called in the audit log: brand
 * @param path where all of them are, below the root of the API: brands
 * @param id in the outside form
 * @param version for those who change it
 * @param json as the API shows it; never with a secret
 */
public record Kind<T>(String name, String path, Function<T, ?> id, ToIntFunction<T> version, Function<T, ?> json) {

    private static final String ROOT = "/api/v1/";

    public URI location(T one) {
        return URI.create(ROOT + path + "/" + idOf(one));
    }

    String idOf(T one) {
        return id.apply(one).toString();
    }

    /** All that the API shows of it now, whatever becomes of it. */
    JsonObject shown(T one) {
        return StoredJson.readObject(JsonbResolver.jsonb().toJson(json.apply(one)));
    }
}
