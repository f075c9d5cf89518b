package io.bilet.rest.people;

import io.bilet.api.v1.model.IdentityList;
import io.bilet.api.v1.model.IdentityType;
import io.bilet.people.Identity;
import io.bilet.people.IdentityKey;
import io.bilet.people.admin.NewIdentity;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import java.util.ArrayList;
import java.util.List;

/** Identities as the API shows and takes them. */
final class IdentityJson {

    private IdentityJson() {}

    static io.bilet.api.v1.model.Identity of(Identity identity) {
        return new io.bilet.api.v1.model.Identity()
                .id(identity.id().toString())
                .type(IdentityType.fromValue(Wire.of(identity.key().type())))
                .value(identity.key().value())
                .verified(identity.verifiedAt().isPresent());
    }

    static IdentityList of(List<Identity> identities) {
        return new IdentityList()
                .items(identities.stream().map(IdentityJson::of).toList());
    }

    static NewIdentity toNewIdentity(io.bilet.api.v1.model.NewIdentity body, String pointer) {
        var type = Wire.read(io.bilet.people.IdentityType.class, body.getType().value(), pointer + "/type");
        IdentityKey key = IdentityKey.of(type, body.getValue(), pointer + "/value");
        return new NewIdentity(key, Boolean.TRUE.equals(body.getVerified()));
    }

    /** Each key once: two spellings of one address are one identity, and naming it twice is a mistake. */
    static List<NewIdentity> toNewIdentities(List<io.bilet.api.v1.model.NewIdentity> bodies) {
        List<NewIdentity> identities = new ArrayList<>();
        for (io.bilet.api.v1.model.NewIdentity body : bodies) {
            String pointer = "/identities/" + identities.size();
            NewIdentity next = toNewIdentity(body, pointer);
            if (identities.stream().anyMatch(known -> known.key().isSameAs(next.key()))) {
                throw new InvalidInput(pointer + "/value", "duplicate", "An identity can be named once.");
            }
            identities.add(next);
        }
        return identities;
    }
}
