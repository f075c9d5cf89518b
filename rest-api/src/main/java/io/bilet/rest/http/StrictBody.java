package io.bilet.rest.http;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.rest.http.call.Exchange;
import io.bilet.rest.http.call.JsonbResolver;
import io.bilet.rest.http.schema.Findings;
import io.bilet.rest.http.schema.MalformedBody;
import io.bilet.rest.http.schema.Schema;
import io.bilet.rest.http.schema.StrictJson;
import io.bilet.rest.http.spec.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies: first as a tree, which is checked against the operation's schema, and only then as the generated
 * model. What cannot be understood is refused as malformed before rules are looked at.
 */
@Provider
@ApplicationScoped
public class StrictBody implements ReaderInterceptor {

    @Inject
    Exchange exchange;

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Operation.Body body = exchange.operation().body();
        if (body == null || body.schema() == null) {
            return context.proceed();
        }
        byte[] bytes = context.getInputStream().readAllBytes();
        JsonValue tree = read(bytes, body.schema(), body.isMergePatch());
        if (JsonValue.class.isAssignableFrom(context.getType())) {
            return tree;
        }
        return JsonbResolver.jsonb().fromJson(new ByteArrayInputStream(bytes), context.getGenericType());
    }

    static JsonValue read(byte[] bytes, Schema schema, boolean mergePatch) {
        JsonValue tree = StrictJson.read(bytes);
        if (!(tree instanceof JsonObject)) {
            throw new MalformedBody(List.of(new FieldError("", "type", "A JSON object is expected.")));
        }
        Findings findings = new Findings(mergePatch);
        schema.check(tree, "", findings);
        if (!findings.malformed().isEmpty()) {
            throw new MalformedBody(findings.malformed());
        }
        if (!findings.invalid().isEmpty()) {
            throw new InvalidInput(findings.invalid());
        }
        return tree;
    }
}
