package io.bilet.intake;

import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailAddress;
import io.bilet.mail.SupportAddress;
import io.bilet.mail.SupportAddresses;
import io.bilet.people.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** To whom a mail was written: to which of our addresses, and to which other people. */
@ApplicationScoped
public class WrittenTo {

    /** More people than this take no part by being written to. */
    private static final int PEOPLE_MAX = 50;

    @Inject
    private SupportAddresses addresses;

    /** The first of our addresses that envelope or header name; for blind copies and aliases, the channel's. */
    Optional<SupportAddress> address(IncomingMail mail, InboundClaim claim) {
        return ThreadMatcher.writtenTo(mail, claim.envelope()).stream()
                .map(addresses::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> addresses.ofChannel(claim.source()));
    }

    /** The sender, and whoever else the header names beside us. */
    List<EmailAddress> people(IncomingMail mail, EmailAddress sender) {
        Map<String, EmailAddress> people = new LinkedHashMap<>();
        people.put(sender.normalized(), sender);
        for (List<MailAddress> named : List.of(
                mail.header().recipients().to(), mail.header().recipients().cc())) {
            for (MailAddress address : named) {
                EmailAddress.find(address.address())
                        .filter(other -> people.size() < PEOPLE_MAX && !addresses.isOurs(other.normalized()))
                        .ifPresent(other -> people.putIfAbsent(other.normalized(), other));
            }
        }
        return List.copyOf(people.values());
    }
}
