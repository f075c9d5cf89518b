package io.bilet.mail;

import io.bilet.platform.error.StaleVersion;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A mailbox that is read and the server through which answers leave. Switched off, it does neither. */
@Entity
@Table(name = "mail_channel")
public class MailChannel {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private boolean active;

    @Embedded
    @AttributeOverride(name = "host", column = @Column(name = "imap_host"))
    @AttributeOverride(name = "port", column = @Column(name = "imap_port"))
    @AttributeOverride(name = "security", column = @Column(name = "imap_security"))
    @AttributeOverride(name = "user", column = @Column(name = "imap_user"))
    @AttributeOverride(name = "secret", column = @Column(name = "imap_secret"))
    @AttributeOverride(name = "folder", column = @Column(name = "imap_folder"))
    private @Nullable MailServer imap;

    @Embedded
    @AttributeOverride(name = "host", column = @Column(name = "smtp_host", nullable = false))
    @AttributeOverride(name = "port", column = @Column(name = "smtp_port", nullable = false))
    @AttributeOverride(name = "security", column = @Column(name = "smtp_security", nullable = false))
    @AttributeOverride(name = "user", column = @Column(name = "smtp_user"))
    @AttributeOverride(name = "secret", column = @Column(name = "smtp_secret"))
    @AttributeOverride(name = "folder", column = @Column(name = "smtp_folder"))
    private MailServer smtp;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected MailChannel() {} // for JPA

    /** A new channel; {@code seal} takes a password and its place. */
    MailChannel(MailChannelId id, MailChannelProfile profile, BiFunction<String, String, byte[]> seal, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        describe(profile, seal, now);
    }

    final void describe(MailChannelProfile profile, BiFunction<String, String, byte[]> seal, Instant now) {
        name = profile.name();
        active = profile.active();
        imap = profile.imap() == null
                ? null
                : MailServer.of(profile.imap(), imap, password -> seal.apply(password, secretPlace("imap")));
        smtp = MailServer.of(profile.smtp(), smtp, password -> seal.apply(password, secretPlace("smtp")));
        updatedAt = now;
    }

    /**
     * For what place a password of this channel is sealed.
     *
     * @param protocol {@code imap} or {@code smtp}
     */
    public String secretPlace(String protocol) {
        return "mail_channel." + protocol + "_secret/" + id;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public MailChannelProfile profile() {
        return new MailChannelProfile(name, active, imap == null ? null : imap.profile(), smtp.profile());
    }

    public MailChannelId id() {
        return new MailChannelId(id);
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    /** The mailbox that is read; empty for a channel that only sends. */
    public Optional<MailServer> imap() {
        return Optional.ofNullable(imap);
    }

    public MailServer smtp() {
        return smtp;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }
}
