package io.bilet.routing;

import io.bilet.platform.config.Within;
import io.bilet.ticket.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of an agent's capacity a ticket takes up, by the channel on which it came. */
@ApplicationScoped
public class WorkSizes {

    @Inject
    @ConfigProperty(name = "bilet.routing.units.email", defaultValue = "1")
    @Within(min = "1", max = "100")
    int email;

    @Inject
    @ConfigProperty(name = "bilet.routing.units.web", defaultValue = "1")
    @Within(min = "1", max = "100")
    int web;

    @Inject
    @ConfigProperty(name = "bilet.routing.units.api", defaultValue = "1")
    @Within(min = "1", max = "100")
    int api;

    @Inject
    @ConfigProperty(name = "bilet.routing.units.chat", defaultValue = "1")
    @Within(min = "1", max = "100")
    int chat;

    @Inject
    @ConfigProperty(name = "bilet.routing.units.phone", defaultValue = "1")
    @Within(min = "1", max = "100")
    int phone;

    /** Units of a ticket that begins; it keeps them. */
    public int of(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case WEB -> web;
            case API -> api;
            case CHAT -> chat;
            case PHONE -> phone;
        };
    }
}
