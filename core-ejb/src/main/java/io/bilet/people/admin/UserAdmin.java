package io.bilet.people.admin;

import io.bilet.people.Identity;
import io.bilet.people.IdentityId;
import io.bilet.people.IdentityKey;
import io.bilet.people.IdentityType;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserChanged;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.people.organization.OrganizationRepository;
import io.bilet.platform.database.Constraints;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Adds and changes users and what they are recognised by.
 *
 * <p>Each method is told the role of whoever asks: only administrators decide about users who are no requesters.
 */
@Stateless
public class UserAdmin {

    private static final String TAKEN = "An identity, login or external id belongs to another user.";

    @Inject
    private UserRepository users;

    @Inject
    private OrganizationRepository organizations;

    @Inject
    private Staffers staffers;

    @Inject
    private Event<UserChanged> changes;

    @Inject
    private Clock clock;

    /**
     * Adds a user; without an organization, the one that has the domain of their first address.
     *
     * @throws RoleForbidden if {@code by} may not add such a user
     * @throws Conflict if somebody else has the login, the external id or one of the identities
     */
    public User create(NewUser entry, Role by) {
        UserProfile profile = withOrganization(entry);
        RoleForbidden.unless(by.decidesAbout(profile.role()) && (by == Role.ADMIN || profile.login() == null));
        Instant now = clock.instant();
        User user = new User(UserId.next(), profile, now);
        requireSound(profile, user.id());
        entry.identities().forEach(identity -> requireFree(identity.key()));
        users.add(user);
        Constraints.guard(users::flush, TAKEN);
        entry.identities().forEach(identity -> users.add(identity(user.id(), identity, now)));
        Constraints.guard(users::flush, TAKEN);
        staffers.follow(user, now);
        return user;
    }

    /**
     * Changes what is said about a user.
     *
     * @throws RoleForbidden if {@code by} may not change such a user, or not into such a one
     * @throws Conflict if somebody else has the login or the external id, or no administrator would be left
     */
    public User update(UserId id, Optional<Integer> expectedVersion, Role by, UnaryOperator<UserProfile> change) {
        User user = users.get(id);
        RoleForbidden.unless(by.decidesAbout(user.role()));
        user.requireVersion(expectedVersion);
        UserProfile before = user.profile();
        UserProfile next = change.apply(before);
        RoleForbidden.unless(
                by.decidesAbout(next.role()) && (by == Role.ADMIN || Objects.equals(next.login(), before.login())));
        requireSound(next, id);
        if (isAdministrator(before) && !isAdministrator(next) && !users.hasAdministratorBeside(id)) {
            throw new Conflict("At least one active administrator must be left.");
        }
        Instant now = clock.instant();
        user.describe(next, now);
        Constraints.guard(users::flush, TAKEN);
        staffers.follow(user, now);
        changes.fire(new UserChanged(id));
        return user;
    }

    /**
     * Lets a user be recognised by something more.
     *
     * @throws RoleForbidden if {@code by} may not change such a user
     * @throws Conflict if it belongs to somebody already
     */
    public Identity addIdentity(UserId id, NewIdentity entry, Role by) {
        User user = users.get(id);
        RoleForbidden.unless(by.decidesAbout(user.role()));
        requireFree(entry.key());
        Instant now = clock.instant();
        Identity identity = identity(id, entry, now);
        users.add(identity);
        user.becameRecognisedOtherwise(now);
        Constraints.guard(users::flush, TAKEN);
        return identity;
    }

    /**
     * Takes away what a user was recognised by.
     *
     * @throws RoleForbidden if {@code by} may not change such a user
     */
    public void removeIdentity(UserId id, IdentityId identityId, Optional<Integer> expectedVersion, Role by) {
        User user = users.get(id);
        Identity identity = users.identity(id, identityId);
        RoleForbidden.unless(by.decidesAbout(user.role()));
        user.requireVersion(expectedVersion);
        users.remove(identity);
        user.becameRecognisedOtherwise(clock.instant());
        users.flush();
    }

    private UserProfile withOrganization(NewUser entry) {
        UserProfile profile = entry.profile();
        if (profile.organizationId() != null) {
            return profile;
        }
        return entry.identities().stream()
                .filter(identity -> identity.key().type() == IdentityType.EMAIL)
                .findFirst()
                .flatMap(identity -> organizations.findByDomain(identity.key().mailDomain()))
                .map(profile::in)
                .orElse(profile);
    }

    private void requireSound(UserProfile profile, UserId id) {
        if (profile.organizationId() != null
                && organizations.find(profile.organizationId()).isEmpty()) {
            throw InvalidInput.unknownReference("/organization_id");
        }
        if (users.isTaken(profile, id)) {
            throw new Conflict(TAKEN);
        }
    }

    private void requireFree(IdentityKey key) {
        if (users.isTaken(key)) {
            throw new Conflict(TAKEN);
        }
    }

    private static Identity identity(UserId user, NewIdentity entry, Instant now) {
        Identity identity = new Identity(IdentityId.next(), user, entry.key(), now);
        if (entry.verified()) {
            identity.verify(now);
        }
        return identity;
    }

    private static boolean isAdministrator(UserProfile profile) {
        return profile.role() == Role.ADMIN && profile.active();
    }
}
