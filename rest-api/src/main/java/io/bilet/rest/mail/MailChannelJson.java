package io.bilet.rest.mail;

import io.bilet.api.v1.model.MailSecurity;
import io.bilet.api.v1.model.NewMailChannel;
import io.bilet.api.v1.model.NewMailServer;
import io.bilet.intake.MailboxState;
import io.bilet.mail.MailChannel;
import io.bilet.mail.MailChannelProfile;
import io.bilet.mail.MailServer;
import io.bilet.mail.MailServerProfile;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.rest.http.Patch;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mail channels as the API shows and takes them. */
final class MailChannelJson {

    /** Ports on which servers speak TLS from the first byte (RFC 8314). */
    private static final Set<Integer> TLS_PORTS = Set.of(465, 993);

    private MailChannelJson() {}

    static io.bilet.api.v1.model.MailChannel of(MailChannel channel, Optional<MailboxState> state) {
        return new io.bilet.api.v1.model.MailChannel()
                .id(channel.id().toString())
                .name(channel.name())
                .active(channel.isActive())
                .imap(channel.imap()
                        .map(imap -> server(imap).folder(imap.folder()))
                        .orElse(null))
                .smtp(server(channel.smtp()))
                .fetchedAt(state.flatMap(MailboxState::fetchedAt).orElse(null))
                .lastError(state.flatMap(MailboxState::lastError).orElse(null))
                .createdAt(channel.createdAt())
                .updatedAt(channel.updatedAt())
                .version(channel.version());
    }

    private static io.bilet.api.v1.model.MailServer server(MailServer server) {
        return new io.bilet.api.v1.model.MailServer()
                .host(server.host())
                .port(server.port())
                .security(MailSecurity.fromValue(Wire.of(server.security())))
                .user(server.user().orElse(null));
    }

    static MailChannelProfile toProfile(NewMailChannel body) {
        NewMailServer imap = body.getImap();
        return new MailChannelProfile(
                body.getName(), body.getActive(), imap == null ? null : toProfile(imap), toProfile(body.getSmtp()));
    }

    private static MailServerProfile toProfile(NewMailServer body) {
        String folder = body.getFolder();
        return new MailServerProfile(
                body.getHost(),
                body.getPort(),
                security(body.getSecurity(), body.getPort()),
                body.getUser(),
                body.getPassword(),
                false,
                folder == null ? MailServerProfile.INBOX : folder);
    }

    private static io.bilet.mail.MailSecurity security(@Nullable MailSecurity given, int port) {
        if (given != null) {
            return Wire.read(io.bilet.mail.MailSecurity.class, given.toString(), "/security");
        }
        return TLS_PORTS.contains(port) ? io.bilet.mail.MailSecurity.TLS : io.bilet.mail.MailSecurity.STARTTLS;
    }

    static MailChannelProfile patched(MailChannelProfile present, Patch patch) {
        MailServerProfile imap = present.imap();
        if (patch.clears("imap")) {
            imap = null;
        } else if (patch.inner("imap").isPresent()) {
            imap = patched(imap, patch.inner("imap").get(), "/imap");
        }
        MailServerProfile smtp = patch.inner("smtp")
                .map(change -> patched(present.smtp(), change, "/smtp"))
                .orElse(present.smtp());
        return new MailChannelProfile(
                patch.text("name", present.name()), patch.truth("active", present.active()), imap, smtp);
    }

    /** A channel that only sent may begin to read; it must then be told where. */
    private static MailServerProfile patched(@Nullable MailServerProfile present, Patch patch, String pointer) {
        if (present == null && !(patch.names("host") && patch.names("port"))) {
            throw new InvalidInput(pointer, "incomplete", "A new mailbox needs a host and a port.");
        }
        int port = patch.number("port", present == null ? 0 : present.port());
        return new MailServerProfile(
                patch.text("host", present == null ? "" : present.host()),
                port,
                patchedSecurity(present, patch, port, pointer),
                patch.cleared("user", Optional.ofNullable(present).map(MailServerProfile::user))
                        .orElse(null),
                patch.cleared("password", Optional.empty()).orElse(null),
                !patch.names("password"),
                patch.text("folder", present == null ? MailServerProfile.INBOX : present.folder()));
    }

    private static io.bilet.mail.MailSecurity patchedSecurity(
            @Nullable MailServerProfile present, Patch patch, int port, String pointer) {
        if (patch.names("security")) {
            return Wire.read(io.bilet.mail.MailSecurity.class, patch.text("security", ""), pointer + "/security");
        }
        return present == null ? security(null, port) : present.security();
    }
}
