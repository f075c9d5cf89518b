package io.bilet.journey;

import io.bilet.dev.Checkout;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Deploys the WAR as it was built, once for all journeys of a run: doing so for each class would take most of it. */
public final class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(OneDeployment.class);
    }

    /** Called by Arquillian when the server runs. */
    public void deploy(@Observes AfterStart started) throws DeploymentException {
        started.getDeployableContainer().deploy(war());
    }

    private static WebArchive war() {
        Checkout checkout = Suite.current().checkout();
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, (Suite.onPayara() ? checkout.payaraWar() : checkout.war()).toFile());
    }
}
