package io.bilet.spi.hook;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a plugin says to a call from outside.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface HookAnswer {

    /**
     * The call is genuine and understood; answered with status 200.
     *
     * @param id how the far end calls this call, the same when it comes again; 1 to 200 ASCII characters. The host lets
     *     the news of one id have its effects once.
     * @param mediaType of the body, such as {@code application/json}
     * @param body what the far end gets to read, 0 to 65,536 characters
     * @param news what it means, 0 to 100
     */
    record Taken(String id, String mediaType, String body, List<HookNews> news) implements HookAnswer {

        /** Keeps its own list. */
        public Taken {
            news = List.copyOf(news);
        }
    }

    /**
     * The call is refused, and has no effect.
     *
     * @param status 401 if it is not genuine or too old, 400 if it is not understood
     * @param reason one English sentence for whoever calls; contains no credentials
     */
    record Refused(int status, String reason) implements HookAnswer {}
}
