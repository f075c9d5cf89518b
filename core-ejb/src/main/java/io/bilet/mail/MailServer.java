package io.bilet.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mail server and how it is reached; the password is sealed. */
@Embeddable
public class MailServer {

    @Column
    private String host;

    @Column
    private int port;

    @Enumerated(EnumType.STRING)
    @Column
    private MailSecurity security;

    @Column(name = "user_name")
    private @Nullable String user;

    @Column
    private byte @Nullable [] secret;

    @Column
    private String folder;

    @SuppressWarnings("NullAway.Init")
    protected MailServer() {} // for JPA

    /** The server of that description; what stays of the password is taken from {@code before}. */
    static MailServer of(MailServerProfile profile, @Nullable MailServer before, Function<String, byte[]> seal) {
        MailServer server = new MailServer();
        server.host = profile.host();
        server.port = profile.port();
        server.security = profile.security();
        server.user = profile.user();
        server.folder = profile.folder();
        if (profile.password() != null) {
            server.secret = seal.apply(profile.password());
        } else if (profile.keepsPassword() && before != null && before.isSameLogin(server)) {
            server.secret = before.secret;
        }
        return server;
    }

    private boolean isSameLogin(MailServer other) {
        return host.equals(other.host) && port == other.port && Objects.equals(user, other.user);
    }

    /** Describes it without its password. */
    public MailServerProfile profile() {
        return new MailServerProfile(host, port, security, user, null, true, folder);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public MailSecurity security() {
        return security;
    }

    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    public String folder() {
        return folder;
    }

    /** The password, sealed for {@link MailChannel#secretPlace}; empty if there is none. */
    public Optional<byte[]> sealedPassword() {
        return secret == null ? Optional.empty() : Optional.of(Arrays.copyOf(secret, secret.length));
    }
}
