package io.bilet.plugins.crmhubspot;

import java.net.URI;
import java.util.Optional;

/** Where agents see contacts in HubSpot; nowhere as long as nobody told the account's number. */
record ContactLinks(String app, Optional<String> portal) {

    /** HubSpot's number for the kind of thing that a contact is. */
    private static final String CONTACT = "0-1";

    Optional<URI> of(String contactId) {
        return portal.map(id -> URI.create("%s/contacts/%s/record/%s/%s".formatted(app, id, CONTACT, contactId)));
    }
}
