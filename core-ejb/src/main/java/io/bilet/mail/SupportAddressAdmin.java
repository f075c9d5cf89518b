package io.bilet.mail;

import io.bilet.brand.BrandRepository;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and removes support addresses. */
@Stateless
public class SupportAddressAdmin {

    @Inject
    private SupportAddressRepository addresses;

    @Inject
    private MailChannelRepository channels;

    @Inject
    private BrandRepository brands;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Adds an address.
     *
     * @throws Conflict if there is one with the same letters
     */
    public SupportAddress create(SupportAddressProfile profile) {
        if (addresses.isTaken(profile.address().normalized())) {
            throw new Conflict("This support address exists already.");
        }
        requireReferences(profile);
        if (profile.isDefault()) {
            addresses.clearDefault(profile.brand());
        }
        SupportAddress address = new SupportAddress(SupportAddressId.next(), profile, clock.instant());
        addresses.add(address);
        return stored(address);
    }

    /** Changes everything but the address itself. */
    public SupportAddress update(
            SupportAddressId id, Optional<Integer> expectedVersion, UnaryOperator<SupportAddressProfile> change) {
        SupportAddress address = addresses.get(id);
        address.requireVersion(expectedVersion);
        SupportAddressProfile before = address.profile();
        SupportAddressProfile next = change.apply(before);
        requireReferences(next);
        boolean newDefault =
                next.isDefault() && !(before.isDefault() && before.brand().equals(next.brand()));
        if (newDefault) {
            addresses.clearDefault(next.brand());
        }
        address.describe(next, clock.instant());
        return stored(address);
    }

    /** Removes an address; replies to mails that left from it still find their tickets. */
    public void delete(SupportAddressId id, Optional<Integer> expectedVersion) {
        SupportAddress address = addresses.get(id);
        address.requireVersion(expectedVersion);
        addresses.remove(address);
        addresses.flush();
        stamp.raise(SupportAddresses.AREA);
    }

    private void requireReferences(SupportAddressProfile profile) {
        if (brands.find(profile.brand()).isEmpty()) {
            throw InvalidInput.unknownReference("/brand_id");
        }
        if (profile.channel() != null && channels.find(profile.channel()).isEmpty()) {
            throw InvalidInput.unknownReference("/mail_channel_id");
        }
    }

    private SupportAddress stored(SupportAddress address) {
        addresses.flush();
        stamp.raise(SupportAddresses.AREA);
        return address;
    }
}
