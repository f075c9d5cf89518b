package io.bilet.plugins.paymentsstripe;

import static io.bilet.plugins.support.JsonApi.encoded;

import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds whom Stripe knows under a customer's addresses, and reads Stripe's lists page by page. */
record StripeCustomers(JsonApi api) {

    /** A customer with more addresses is asked for by the first ones. */
    private static final int ADDRESSES_MAX = 5;

    /** What lies beyond these pages is too long ago to matter to an agent. */
    private static final int PAGES_MAX = 5;

    /** Ids of whom Stripe knows under these addresses, the last made first; Stripe allows several under one. */
    List<String> ids(Customer customer, Patience patience) throws FarEndUnavailable, FarEndRefused {
        List<String> addresses = customer.emailAddresses();
        List<String> ids = new ArrayList<>();
        for (String address : addresses.subList(0, Math.min(addresses.size(), ADDRESSES_MAX))) {
            for (JsonTree found : all("/v1/customers?email=" + encoded(address), patience)) {
                ids.add(found.needed("id"));
            }
        }
        return ids;
    }

    /** The address of somebody whom Stripe knows; empty if it has none, or they are deleted. */
    Optional<String> address(String id, Patience patience) throws FarEndUnavailable, FarEndRefused {
        return api.find("/v1/customers/" + encoded(id), patience).flatMap(customer -> customer.text("email"));
    }

    /** What a list holds, newest first. */
    List<JsonTree> all(String path, Patience patience) throws FarEndUnavailable, FarEndRefused {
        List<JsonTree> all = new ArrayList<>();
        String after = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonTree list = api.find(path + "&limit=100" + after, patience)
                    .orElseThrow(() -> new FarEndRefused("Stripe has no such list; its API may have changed."));
            List<JsonTree> data = list.list("data");
            all.addAll(data);
            if (data.isEmpty() || !list.truth("has_more")) {
                break;
            }
            after = "&starting_after=" + encoded(data.get(data.size() - 1).needed("id"));
        }
        return all;
    }
}
