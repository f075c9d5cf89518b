package io.bilet.rest.http;

import io.bilet.platform.paging.Cursors;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.call.Exchange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the list at hand is read page by page. */
@RequestScoped
public class Paging {

    private static final int LIMIT_DEFAULT = 25;
    private static final int LIMIT_MAX = 100;

    private int limit = LIMIT_DEFAULT;

    @Inject
    Exchange exchange;

    @Inject
    Cursors cursors;

    /** How many items the page has at most: what was asked for, or fewer. */
    public int limit(@Nullable Integer asked) {
        limit = asked == null ? LIMIT_DEFAULT : Math.min(asked, LIMIT_MAX);
        return limit;
    }

    /**
     * Where the page begins.
     *
     * @throws io.bilet.platform.error.InvalidParameter if the cursor was not made for this list
     */
    public Optional<Position> begin(@Nullable String cursor) {
        return Optional.ofNullable(cursor).map(text -> cursors.open(text, list()));
    }

    /** The link to the next page; null on the last one. */
    public @Nullable String next(Optional<Position> end) {
        return end.map(position -> {
                    String filters = exchange.filters().entrySet().stream()
                            .flatMap(filter ->
                                    filter.getValue().stream().map(value -> pair(filter.getKey(), value) + "&"))
                            .collect(Collectors.joining());
                    return exchange.path() + "?" + filters + pair("limit", Integer.toString(limit)) + "&"
                            + pair("cursor", cursors.seal(position, list()));
                })
                .orElse(null);
    }

    /**
     * The answer that shows a page.
     *
     * @param body makes the body of the items and the link to the next page, which is null on the last one
     */
    public <T> Response answer(Slice<T> page, BiFunction<List<T>, @Nullable String, ?> body) {
        return Response.ok(body.apply(page.items(), next(page.next()))).build();
    }

    private String list() {
        return exchange.path() + exchange.filters();
    }

    private static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
