package io.bilet.mail;

import io.bilet.brand.BrandId;
import io.bilet.people.EmailAddress;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The addresses people write to, in memory, because every mail asks. */
@ApplicationScoped
public class SupportAddresses {

    /** Names, among the stamps of configuration, channels and addresses. */
    static final String AREA = "mail";

    @Inject
    private SupportAddressRepository addresses;

    @Inject
    private ConfigStamp stamp;

    @SuppressWarnings("NullAway.Init") // remember() sets it
    private ConfigCache<Map<String, SupportAddress>> held;

    @PostConstruct
    void remember() {
        held = new ConfigCache<>(stamp::version, this::load, AREA);
    }

    private Map<String, SupportAddress> load() {
        return addresses.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        address -> address.profile().address().normalized(), Function.identity()));
    }

    /** The support address of these letters; what follows a plus sign in the local part does not count. */
    public Optional<SupportAddress> find(String text) {
        return EmailAddress.find(text).map(address -> held.get().get(withoutTag(address.normalized())));
    }

    /** Whether mail to this address, with or without a tag, comes to us. */
    public boolean isOurs(String text) {
        return find(text).isPresent();
    }

    /** From where a brand answers people who wrote to none of its addresses. */
    public Optional<SupportAddress> defaultOf(BrandId brand) {
        List<SupportAddress> active = held.get().values().stream()
                .filter(address -> address.profile().active())
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
        return first(
                        active,
                        address -> address.profile().isDefault()
                                && address.profile().brand().equals(brand))
                .or(() -> first(active, address -> address.profile().brand().equals(brand)))
                .or(() -> first(active, address -> address.profile().isDefault()));
    }

    /** The address whose answers leave through that channel, for mail that names none of ours. */
    public Optional<SupportAddress> ofChannel(String channel) {
        return first(List.copyOf(held.get().values()), address -> {
            MailChannelId own = address.profile().channel();
            return own != null && own.toString().equals(channel);
        });
    }

    /** The address of that id; empty if it was removed. */
    public Optional<SupportAddress> find(SupportAddressId id) {
        return first(List.copyOf(held.get().values()), address -> address.id().equals(id));
    }

    private static Optional<SupportAddress> first(
            List<SupportAddress> addresses, java.util.function.Predicate<SupportAddress> wanted) {
        return addresses.stream().filter(wanted).findFirst();
    }

    private static String withoutTag(String normalized) {
        int at = normalized.lastIndexOf('@');
        int plus = normalized.indexOf('+');
        return plus > 0 && plus < at ? normalized.substring(0, plus) + normalized.substring(at) : normalized;
    }
}
