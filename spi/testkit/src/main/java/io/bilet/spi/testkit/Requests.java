package io.bilet.spi.testkit;

import io.bilet.spi.customer.ActionRequest;
import io.bilet.spi.customer.Customer;
import io.bilet.spi.customer.FactRequest;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.translation.TranslationRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Questions and requests as a host would make them.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class Requests {

    /** How long the host of these waits where a contract says nothing else. */
    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Requests() {}

    /** A customer with these addresses. */
    public static Customer customer(String name, String... emailAddresses) {
        return new FakeCustomer(
                "usr_%032x".formatted(7), Optional.of(name), List.of(emailAddresses), List.of(), Optional.empty());
    }

    /** A question about this customer. */
    public static FactRequest about(Customer customer, Duration timeout) {
        return new FakeFactRequest(customer, timeout);
    }

    /** A request for an action. */
    public static ActionRequest act(String id, Customer customer, Map<String, String> input, Duration timeout) {
        return new FakeActionRequest(id, customer, Map.copyOf(input), timeout);
    }

    /** A plain text of an unknown language. */
    public static TranslationRequest plain(String text, String to) {
        return new FakeTranslationRequest(text, false, Optional.empty(), to, Map.of(), TIMEOUT);
    }

    /** A text in HTML of an unknown language. */
    public static TranslationRequest html(String text, String to) {
        return new FakeTranslationRequest(text, true, Optional.empty(), to, Map.of(), TIMEOUT);
    }

    /** A plain text of a known language, with words that are called something in particular. */
    public static TranslationRequest withGlossary(
            String text, String from, String to, Map<String, String> glossary, Duration timeout) {
        return new FakeTranslationRequest(text, false, Optional.of(from), to, Map.copyOf(glossary), timeout);
    }

    /** A call of a far end by POST. */
    public static HookCall hookCall(Map<String, String> headers, String body, Duration timeout) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return new FakeHookCall("POST", anyCase, Map.of(), body, timeout);
    }

    private record FakeCustomer(
            String id,
            Optional<String> name,
            List<String> emailAddresses,
            List<String> phoneNumbers,
            Optional<String> organizationName)
            implements Customer {}

    private record FakeFactRequest(Customer customer, Duration timeout) implements FactRequest {}

    private record FakeActionRequest(String id, Customer customer, Map<String, String> input, Duration timeout)
            implements ActionRequest {}

    private record FakeTranslationRequest(
            String text, boolean html, Optional<String> from, String to, Map<String, String> glossary, Duration timeout)
            implements TranslationRequest {}

    private record FakeHookCall(
            String method, Map<String, String> headers, Map<String, String> query, String body, Duration timeout)
            implements HookCall {

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
