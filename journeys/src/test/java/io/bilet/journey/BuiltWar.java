package io.bilet.journey;

import io.bilet.dev.Checkout;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, for the server this run is about. */
public final class BuiltWar {

    private BuiltWar() {}

    public static WebArchive bilet() {
        Checkout checkout = Suite.current().checkout();
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, (Suite.onPayara() ? checkout.payaraWar() : checkout.war()).toFile());
    }
}
