package io.bilet.spi.testkit;

import io.bilet.spi.lookup.FoundMessage;
import io.bilet.spi.lookup.LookupDesk;
import io.bilet.spi.lookup.UnknownAgent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A desk that finds two messages for {@link #WORDS} on behalf of the agent it knows, and remembers what it was asked.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class FakeDesk implements LookupDesk {

    /** What it finds something for. */
    public static final String WORDS = "Bob Smith";

    private final String agentAddress;
    private final List<String> questions = new CopyOnWriteArrayList<>();

    /** A desk that knows the agent with this address. */
    public FakeDesk(String agentAddress) {
        this.agentAddress = agentAddress;
    }

    @Override
    public List<FoundMessage> latest(String address, String words) throws UnknownAgent {
        questions.add(words);
        if (!address.equals(agentAddress)) {
            throw new UnknownAgent();
        }
        return words.equals(WORDS) ? List.of(message(4711), message(4712)) : List.of();
    }

    /** What it was asked, in order. */
    public List<String> questions() {
        return List.copyOf(questions);
    }

    private static FoundMessage message(long number) {
        return new FakeMessage(
                number,
                "Printer & <!channel> on *fire*",
                "open",
                "Bob <b>Smith</b>",
                "It burns <https://evil.test|again>.",
                FakePluginContext.NOW,
                URI.create("https://desk.example.org/tickets/" + number));
    }

    private record FakeMessage(
            long ticketNumber, String subject, String status, String author, String excerpt, Instant at, URI link)
            implements FoundMessage {}
}
