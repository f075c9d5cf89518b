package io.bilet.view;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees a view and who may change it. */
@Embeddable
public class Audience {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ViewScope scope;

    /** Whoever made it; a personal view is theirs alone. */
    @Column(name = "owner_id", nullable = false, updatable = false)
    private UUID owner;

    @Column(name = "group_id")
    private @Nullable UUID group;

    @SuppressWarnings("NullAway.Init")
    protected Audience() {} // for JPA

    @SuppressWarnings("NullAway.Init") // address() sets it
    Audience(UserId owner, ViewScope scope, @Nullable GroupId group) {
        this.owner = owner.value();
        address(scope, group);
    }

    /**
     * Says anew for whom the view is.
     *
     * @throws InvalidInput if a view of a group names none, or another one does
     */
    final void address(ViewScope nextScope, @Nullable GroupId nextGroup) {
        if ((nextScope == ViewScope.GROUP) != (nextGroup != null)) {
            throw new InvalidInput(
                    "/group_id", "inconsistent", "A view of scope group names its group, no other does.");
        }
        scope = nextScope;
        group = nextGroup == null ? null : nextGroup.value();
    }

    boolean includes(Caller caller) {
        return switch (scope) {
            case PERSONAL -> owner.equals(caller.userId().value());
            case GROUP -> caller.may(Permission.VIEWS_MANAGE) || caller.groups().contains(new GroupId(groupId()));
            case SHARED -> true;
        };
    }

    /** Whether the caller may change what is for this audience. */
    boolean isInHandsOf(Caller caller) {
        return scope == ViewScope.PERSONAL
                ? owner.equals(caller.userId().value())
                : caller.may(Permission.VIEWS_MANAGE);
    }

    private UUID groupId() {
        if (group == null) {
            throw new IllegalStateException("A view of a group without a group");
        }
        return group;
    }

    public ViewScope scope() {
        return scope;
    }

    public UserId owner() {
        return new UserId(owner);
    }

    public @Nullable GroupId group() {
        return group == null ? null : new GroupId(group);
    }
}
