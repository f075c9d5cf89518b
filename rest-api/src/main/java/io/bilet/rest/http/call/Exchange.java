package io.bilet.rest.http.call;

import io.bilet.rest.http.spec.Operation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The request at hand, as far as more than one of its stations must know it. */
@RequestScoped
public class Exchange {

    private static final List<String> NOT_FILTERS = List.of("cursor", "limit");

    private @Nullable Operation operation;
    private String path = "";
    private Map<String, List<String>> filters = Map.of();
    private @Nullable RepeatableRequest repeatable;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Called once, when it is known which operation was asked for. */
    public void begins(Operation asked, UriInfo address) {
        operation = asked;
        path = address.getRequestUri().getRawPath();
        filters = filters(address.getQueryParameters());
    }

    public void isRepeatable(RepeatableRequest request) {
        repeatable = request;
    }

    /** Sets a header of the answer, whatever the answer will be. */
    public void answerWith(String header, String value) {
        headers.put(header, value);
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Operation operation() {
        return Objects.requireNonNull(operation, "operation");
    }

    /** What was asked for; empty if nobody knew it, or it was refused before. */
    public Optional<Operation> asked() {
        return Optional.ofNullable(operation);
    }

    /** How to tell that the request came before; null if the client did not give it a key. */
    @Nullable
    RepeatableRequest repeatable() {
        return repeatable;
    }

    /** The path from the root of the host, as the client wrote it. */
    public String path() {
        return path;
    }

    /** The query parameters that decide what is in a list and in which order, sorted by name. */
    public Map<String, List<String>> filters() {
        return filters;
    }

    private static Map<String, List<String>> filters(MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> filters = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (!NOT_FILTERS.contains(name)) {
                filters.put(name, new ArrayList<>(values));
            }
        });
        return filters;
    }
}
