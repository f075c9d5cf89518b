package io.bilet.journey;

import io.bilet.dev.Checkout;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, for the server this run is about. */
final class BuiltWar {

    private BuiltWar() {}

    static WebArchive bilet() {
        Checkout checkout = Suite.current().checkout();
        boolean payara = "payara".equals(System.getProperty("arquillian.launch"));
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, (payara ? checkout.payaraWar() : checkout.war()).toFile());
    }
}
