package io.bilet.rest.change;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.signin.SignIn;
import io.bilet.feed.ChangeFeed;
import io.bilet.platform.config.Within;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Everybody who watches at this node. One thread reads the feed for all of them; whoever may no longer watch is found
 * out at every look, as at every call.
 */
@ApplicationScoped
public class LiveStreams implements Recurring {

    private static final int OF_A_CALLER_MAX = 10;
    private static final int PAGE = 100;
    private static final long SIGN_OF_LIFE_NANOS = Duration.ofSeconds(15).toNanos();

    @Inject
    private ChangeFeed feed;

    @Inject
    private SignIn signIn;

    @Inject
    @ConfigProperty(name = "bilet.live.streams-max", defaultValue = "500")
    @Within(min = "1", max = "10000")
    int streamsMax;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    boolean hasRoomFor(Caller caller) {
        long own = watches.stream()
                .filter(watch -> watch.user.equals(caller.effectiveUserId().toString()))
                .count();
        return own < OF_A_CALLER_MAX && watches.size() < streamsMax;
    }

    void open(Admission admission, Credential credential, AsyncContext context, ServletOutputStream out) {
        Watch watch = new Watch(admission, credential, new LiveStream(context, out));
        watch.stream.begin();
        watches.add(watch);
    }

    @Override
    public String name() {
        return "live-push";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(300);
    }

    @Override
    public void run() {
        if (watches.isEmpty()) {
            return;
        }
        long latest = feed.latest();
        watches.forEach(watch -> look(watch, latest));
        watches.removeIf(watch -> watch.stream.isOver());
    }

    private void look(Watch watch, long latest) {
        long now = System.nanoTime();
        try {
            Caller caller = watch.credential.caller(signIn);
            caller.require(Permission.CHANGES_READ);
            if (watch.position < latest) {
                watch.tell(feed.page(caller, watch.position, PAGE), now);
            } else if (now - watch.lastSent > SIGN_OF_LIFE_NANOS) {
                watch.signOfLife(now);
            }
        } catch (BiletException mayNotAnyMore) {
            watch.stream.end();
        }
        if (now - watch.until > 0 && watch.position >= latest) {
            watch.stream.end();
        }
    }

    /** One who watches, and how far. */
    private static final class Watch {

        private final String user;
        private final Credential credential;
        private final LiveStream stream;
        private final long until;
        private long position;
        private long lastSent = System.nanoTime();

        private Watch(Admission admission, Credential credential, LiveStream stream) {
            this.user = admission.caller().effectiveUserId().toString();
            this.credential = credential;
            this.stream = stream;
            this.position = admission.position();
            this.until = System.nanoTime() + admission.stay().toNanos();
        }

        private void tell(ChangeFeed.Page page, long now) {
            page.changes().forEach(stream::send);
            position = page.position();
            if (!page.changes().isEmpty()) {
                lastSent = now;
            }
        }

        private void signOfLife(long now) {
            stream.reached(position);
            lastSent = now;
        }
    }
}
