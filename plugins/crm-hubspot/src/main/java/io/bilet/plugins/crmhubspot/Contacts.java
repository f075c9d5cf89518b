package io.bilet.plugins.crmhubspot;

import static io.bilet.plugins.support.JsonApi.encoded;

import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.Customer;
import java.util.List;
import java.util.Optional;

/** Finds the contact that a customer is. */
record Contacts(JsonApi api) {

    /** A customer with more addresses is asked for by the first ones. */
    private static final int ADDRESSES_MAX = 5;

    private static final String PROPERTIES = String.join(
            ",", "email", "lifecyclestage", "hubspot_owner_id", "createdate", "total_revenue", "num_associated_deals");

    /**
     * A contact.
     *
     * @param email the address under which HubSpot knows it
     */
    record Contact(String id, String email, JsonTree properties) {}

    /** The contact of the first address that HubSpot knows. */
    Optional<Contact> find(Customer customer, Patience patience) throws FarEndUnavailable, FarEndRefused {
        List<String> addresses = customer.emailAddresses();
        for (String address : addresses.subList(0, Math.min(addresses.size(), ADDRESSES_MAX))) {
            String path = "/crm/v3/objects/contacts/%s?idProperty=email&properties=%s"
                    .formatted(encoded(address), encoded(PROPERTIES));
            Optional<JsonTree> found = api.find(path, patience);
            if (found.isPresent()) {
                return Optional.of(contact(found.get(), address));
            }
        }
        return Optional.empty();
    }

    private static Contact contact(JsonTree found, String address) throws FarEndRefused {
        JsonTree properties = found.inner("properties")
                .orElseThrow(() -> new FarEndRefused("HubSpot answered a contact without properties."));
        return new Contact(found.needed("id"), properties.text("email").orElse(address), properties);
    }
}
