package io.bilet.wording;

import io.bilet.brand.BrandProfile;
import io.bilet.brand.BrandRepository;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.people.team.GroupRepository;
import io.bilet.platform.json.Wire;
import io.bilet.template.Reader;
import io.bilet.template.Rendering;
import io.bilet.template.Target;
import io.bilet.template.Template;
import io.bilet.ticket.Description;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills templates in with what is known about a ticket. */
@ApplicationScoped
public class TicketWords {

    @Inject
    private RequesterRepository requesters;

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private BrandRepository brands;

    @Inject
    @ConfigProperty(name = "bilet.template.time-zone", defaultValue = "UTC")
    ZoneId usualZone;

    /** The template for this occasion, in the language and zone of whoever reads it. */
    public Rendering fill(Template template, Target target, Occasion occasion) {
        Reader reader = reader(occasion);
        Map<String, Object> values = new HashMap<>();
        template.roots().forEach(root -> values.put(root, values(root, occasion, reader)));
        return template.render(values, target, reader);
    }

    /** In which language and zone something is written for whoever reads it. */
    public Reader reader(Occasion occasion) {
        return occasion.isPublic() ? requesterAsReader(occasion.ticket()) : agentAsReader(occasion);
    }

    private Reader requesterAsReader(Ticket ticket) {
        Requester requester = requesters.get(ticket.origin().requester());
        Optional<String> language = Optional.ofNullable(requester.language())
                .or(() -> ticket.description().language());
        return new Reader(locale(language, ticket), zone(Optional.ofNullable(requester.timeZone())));
    }

    private Reader agentAsReader(Occasion occasion) {
        Optional<User> agent = occasion.agent().flatMap(users::find);
        return new Reader(
                locale(agent.flatMap(User::language), occasion.ticket()), zone(agent.flatMap(User::timeZone)));
    }

    private Locale locale(Optional<String> language, Ticket ticket) {
        return language.or(() -> Optional.ofNullable(brand(ticket).language()))
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    private ZoneId zone(Optional<String> name) {
        return name.map(ZoneId::of).orElse(usualZone);
    }

    private Object values(String root, Occasion occasion, Reader reader) {
        Ticket ticket = occasion.ticket();
        return switch (root) {
            case "ticket" -> ofTicket(occasion, reader.locale());
            case "requester" -> ofRequester(ticket);
            case "organization" ->
                new Values().add("name", requester(ticket).organizationName()).map();
            case "assignee" -> ofUser(ticket.ownership().assignee());
            case "agent" -> ofUser(occasion.agent());
            case "group" -> ofGroup(ticket);
            case "brand" -> ofBrand(ticket);
            case "comment" -> ofComment(occasion);
            case "now" -> occasion.now();
            default -> Map.of();
        };
    }

    private static Map<String, Object> ofTicket(Occasion occasion, Locale locale) {
        Ticket ticket = occasion.ticket();
        Description description = ticket.description();
        return ofTimes(ticket)
                .add("number", ticket.number())
                .add("subject", description.subject())
                .add("status", Wire.of(ticket.status()))
                .add("status_name", StatusNames.of(ticket.status(), occasion.isPublic(), locale))
                .add("priority", Wire.of(description.priority()))
                .add("priority_name", StatusNames.of(description.priority(), locale))
                .add("type", description.type().map(Wire::of))
                .add("channel", Wire.of(ticket.origin().channel()))
                .add("external_id", description.externalId())
                .add("tags", occasion.isPublic() ? null : List.copyOf(description.tags()))
                .map();
    }

    private static Values ofTimes(Ticket ticket) {
        return new Values()
                .add("created_at", ticket.timeline().createdAt())
                .add("updated_at", ticket.timeline().updatedAt())
                .add("solved_at", ticket.timeline().solvedAt())
                .add("due_at", ticket.due().at())
                .add("expected_reply_at", ticket.expectation().replyAt())
                .add("snoozed_until", ticket.snoozing().returnAt());
    }

    private Map<String, Object> ofRequester(Ticket ticket) {
        Requester requester = requester(ticket);
        return new Values()
                .addName(requester.name())
                .add("email", requester.address())
                .add("language", requester.language())
                .map();
    }

    private Requester requester(Ticket ticket) {
        return requesters.get(ticket.origin().requester());
    }

    private Map<String, Object> ofUser(Optional<UserId> user) {
        return new Values()
                .addName(user.flatMap(users::find).map(User::name).orElse(null))
                .map();
    }

    private Map<String, Object> ofGroup(Ticket ticket) {
        return new Values()
                .add("name", ticket.ownership().group().flatMap(groups::find).map(group -> group.profile()
                        .name()))
                .map();
    }

    private Map<String, Object> ofBrand(Ticket ticket) {
        BrandProfile brand = brand(ticket);
        return new Values()
                .add("name", brand.name())
                .add("signature", brand.signature())
                .map();
    }

    private BrandProfile brand(Ticket ticket) {
        return brands.get(ticket.origin().brand()).profile();
    }

    private Map<String, Object> ofComment(Occasion occasion) {
        Values values = new Values();
        occasion.toldComment().ifPresent(comment -> values.add(
                        "text", comment.said().text())
                .add("created_at", comment.createdAt())
                .add("author_name", comment.author().flatMap(users::find).map(User::name)));
        return values.map();
    }
}
