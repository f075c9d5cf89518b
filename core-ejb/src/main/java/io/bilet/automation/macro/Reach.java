package io.bilet.automation.macro;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may use a macro, who may change it, and on which tickets. */
@Embeddable
public class Reach {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MacroScope scope;

    /** Whoever made it; a personal macro is theirs alone. */
    @Column(name = "owner_id", nullable = false, updatable = false)
    private UUID owner;

    @Column(name = "group_id")
    private @Nullable UUID group;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Role role;

    @Column(name = "brand_id")
    private @Nullable UUID brand;

    /**
     * What a scope is about; two of the three are always absent.
     *
     * @param group of scope group
     * @param role of scope role
     * @param brand of scope brand
     */
    public record Whom(
            MacroScope scope,
            @Nullable GroupId group,
            @Nullable Role role,
            @Nullable BrandId brand) {

        /**
         * Says for whom a macro is.
         *
         * @throws InvalidInput if a scope does not name just what it is about
         */
        public Whom {
            require(scope == MacroScope.GROUP, group, "group");
            require(scope == MacroScope.ROLE, role, "role");
            require(scope == MacroScope.BRAND, brand, "brand");
        }

        private static void require(boolean isAbout, @Nullable Object named, String what) {
            if (isAbout != (named != null)) {
                throw new InvalidInput(
                        what.equals("role") ? "/role" : "/" + what + "_id",
                        "inconsistent",
                        "A macro of scope %s names its %s, no other does.".formatted(what, what));
            }
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Reach() {} // for JPA

    @SuppressWarnings("NullAway.Init") // address() sets it
    Reach(UserId owner, Whom whom) {
        this.owner = owner.value();
        address(whom);
    }

    final void address(Whom whom) {
        scope = whom.scope();
        group = whom.group() == null ? null : whom.group().value();
        role = whom.role();
        brand = whom.brand() == null ? null : whom.brand().value();
    }

    /** Whether the caller may use it. */
    boolean includes(Caller caller) {
        boolean manages = caller.may(Permission.MACROS_MANAGE);
        return switch (scope) {
            case PERSONAL -> isOwn(caller);
            case GROUP -> manages || (group != null && caller.groups().contains(new GroupId(group)));
            case ROLE -> manages || caller.role() == role;
            case BRAND ->
                caller.brands().isEmpty() || (brand != null && caller.brands().contains(new BrandId(brand)));
            case SHARED -> true;
        };
    }

    /** Whether the caller may change it. */
    boolean isInHandsOf(Caller caller) {
        return scope == MacroScope.PERSONAL ? isOwn(caller) : caller.may(Permission.MACROS_MANAGE);
    }

    /** Whether it may be used on tickets of the brand. */
    public boolean covers(BrandId ticketBrand) {
        return brand == null || brand.equals(ticketBrand.value());
    }

    /** Whether only its maker has looked at what it does. */
    public boolean isPersonal() {
        return scope == MacroScope.PERSONAL;
    }

    private boolean isOwn(Caller caller) {
        return owner.equals(caller.userId().value());
    }

    public Whom whom() {
        return new Whom(
                scope, group == null ? null : new GroupId(group), role, brand == null ? null : new BrandId(brand));
    }

    public UserId owner() {
        return new UserId(owner);
    }
}
