package io.bilet.access.token;

import io.bilet.access.Caller;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.admin.NewUser;
import io.bilet.people.admin.UserAdmin;
import io.bilet.platform.config.ConfigStamp;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes the token with which the first administrator begins.
 *
 * <p>One is made at a start at which no administrator could sign in and none is waiting to be used. It is valid for
 * 24 hours and permits to ask who one is and to make one token; that token takes its place. Should both be lost, a
 * start with {@code bilet.access.admin-token-reissue=true} makes another.
 */
@Stateless
public class FirstAdmin {

    private static final Duration LIFE = Duration.ofHours(24);

    @Inject
    private ApiTokenRepository tokens;

    @Inject
    private UserAdmin users;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Makes the token if it is needed, and writes it to the file before it is committed: a token without a file would
     * lock everybody out, a file without a token is overwritten at the next start.
     *
     * @return whether one was made
     */
    public boolean begin(Path file, boolean reissue) {
        Instant now = clock.instant();
        stamp.raise(Caller.STAMP); // nodes that start together pass one by one
        if (!reissue && (tokens.anyAdminCanSignIn(now) || tokens.isFirstTokenWaiting(now))) {
            return false;
        }
        tokens.revokeFirstTokens(now);
        TokenSecret secret = TokenSecret.next();
        tokens.add(ApiToken.first(tokens.anyAdmin().orElseGet(this::administrator), secret, now, LIFE));
        write(file.toAbsolutePath(), secret.reveal());
        return true;
    }

    private UserId administrator() {
        var profile = UserProfile.of("Administrator", Role.ADMIN);
        return users.create(new NewUser(profile, List.of()), Role.ADMIN).id();
    }

    private static void write(Path file, String secret) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(file.getParent());
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(half);
            Files.createFile(half, ownerOnly);
            Files.write(half, (secret + "\n").getBytes(StandardCharsets.US_ASCII));
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's token cannot be written to " + file, e);
        }
    }
}
