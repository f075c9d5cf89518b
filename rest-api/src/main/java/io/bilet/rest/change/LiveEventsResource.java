package io.bilet.rest.change;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.LiveEventsApi;
import io.bilet.feed.ChangeFeed;
import io.bilet.platform.error.InvalidParameter;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.TooManyRequests;
import io.bilet.rest.http.call.Exchange;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Admits those who watch; {@link LiveFilter} then keeps their connection. */
@ApiResource
@Path(LiveEventsApi.BASE_PATH)
public class LiveEventsResource implements LiveEventsApi {

    private static final Duration STAY_MAX = Duration.ofHours(1);
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    @Inject
    CurrentCaller caller;

    @Inject
    ChangeFeed feed;

    @Inject
    LiveStreams streams;

    @Inject
    HttpServletRequest request;

    @Inject
    Exchange exchange;

    @Override
    public Response getLiveEvents(GetLiveEventsQuery query, @Nullable String lastEventId) {
        long position = position(lastEventId == null ? query.after : lastEventId);
        Duration asked = query._for == null ? STAY_MAX : Duration.parse(query._for);
        Duration stay = asked.compareTo(STAY_MAX) < 0 ? asked : STAY_MAX;
        if (!streams.hasRoomFor(caller.get())) {
            exchange.answerWith("Retry-After", "5");
            throw new TooManyRequests();
        }
        LiveFilter.admit(request, new Admission(caller.get(), position, stay));
        return Response.ok().build();
    }

    private long position(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return feed.latest();
        }
        if (!POSITION.matcher(asked).matches()) {
            throw new InvalidParameter("Last-Event-ID", "invalid_position", "The id of an event was expected.");
        }
        return Long.parseLong(asked);
    }
}
