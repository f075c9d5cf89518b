package io.bilet.access;

import io.bilet.brand.BrandId;
import io.bilet.people.Actor;
import io.bilet.people.ActorType;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.error.Forbidden;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something, and what they may do.
 *
 * @param userId the user whose token it is
 * @param role the role of that user
 * @param permissions what role and token together permit
 * @param groups the groups the user belongs to
 * @param brands the brands a service account is confined to; empty means every brand
 * @param onBehalfOf the requester a service account acts for
 * @param tokenId names the token, for limits and logs; never the token itself
 * @param requestsPerMinute the token's own limit, if it has one
 */
public record Caller(
        UserId userId,
        Role role,
        Set<Permission> permissions,
        Set<GroupId> groups,
        Set<BrandId> brands,
        @Nullable UserId onBehalfOf,
        String tokenId,
        @Nullable Integer requestsPerMinute) {

    /** Names, among the stamps of configuration, who may do what; raised when a token or a user's rights change. */
    public static final String STAMP = "access";

    public Caller {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
        brands = Set.copyOf(brands);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * Refuses what the caller is not permitted to do.
     *
     * @throws Forbidden if the permission is missing
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Forbidden(permission.toString());
        }
    }

    /**
     * Refuses what users may do for themselves, and for others only with the permission.
     *
     * @throws Forbidden if it is about somebody else and the permission is missing
     */
    public void requireSelfOr(Permission permission, UserId user) {
        if (!user.equals(userId)) {
            require(permission);
        }
    }

    /** The same service account, acting for a requester: with no more rights than one has. */
    public Caller actingFor(UserId requester) {
        Set<Permission> shared = permissions.stream()
                .filter(RolePermissions.of(Role.REQUESTER)::contains)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(userId, role, shared, Set.of(), brands, requester, tokenId, requestsPerMinute);
    }

    /** Whose tickets these are to be: the requester a service account acts for, else the user. */
    public UserId effectiveUserId() {
        return onBehalfOf == null ? userId : onBehalfOf;
    }

    /** The groups as parameters of a query: never empty, because SQL has no empty list; the nil id is no group's. */
    public List<UUID> groupIds() {
        return groups.isEmpty()
                ? List.of(new UUID(0, 0))
                : groups.stream().map(GroupId::value).toList();
    }

    /** Whether the caller asks for help: a requester, or a service account acting for one. */
    public boolean isRequester() {
        return role == Role.REQUESTER || onBehalfOf != null;
    }

    /** The caller as the cause of a change. */
    public Actor actor() {
        return new Actor(ActorType.USER, userId, onBehalfOf);
    }
}
