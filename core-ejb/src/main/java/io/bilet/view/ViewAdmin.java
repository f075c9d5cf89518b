package io.bilet.view;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.people.GroupId;
import io.bilet.people.team.GroupRepository;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.Require;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, changes, lists and removes views, for those who may. */
@Stateless
public class ViewAdmin {

    /** More than anybody looks through: of one person's own, and of all that are for others. */
    static final int VIEWS_MAX = 500;

    /** What is known only while something is said, not of a stored ticket. */
    private static final Set<String> OF_EVENTS = Set.of("comment.text", "support_address");

    private static final Position START = new Position("", new UUID(0, 0));

    @Inject
    private ViewRepository views;

    @Inject
    private GroupRepository groups;

    @Inject
    private ConditionReader conditions;

    @Inject
    private Clock clock;

    /** A view, or a change of one; what is null is left as it is. */
    public record Draft(
            @Nullable String name,
            @Nullable ViewScope scope,
            @Nullable GroupId group,
            @Nullable JsonObject condition,
            @Nullable List<String> columns,
            @Nullable ViewSort sort,
            @Nullable ViewGrouping grouping) {}

    /**
     * Makes a view; only name and condition are needed.
     *
     * @throws Forbidden if it is for others and the caller may not make such views
     * @throws InvalidInput naming what breaks a rule, such as a field that stored tickets do not have
     */
    public View create(Caller caller, Draft draft) {
        ViewScope scope = draft.scope() == null ? ViewScope.PERSONAL : draft.scope();
        var audience = new Audience(caller.userId(), scope, known(draft.group()));
        if (!audience.isInHandsOf(caller)) {
            throw new Forbidden(Permission.VIEWS_MANAGE.toString());
        }
        requireRoom(caller, scope);
        ViewLayout layout = layout(
                draft,
                new ViewLayout(
                        List.of("number", "subject", "status", "priority", "assignee_id", "due_at"),
                        ViewSort.DUE_AT,
                        ViewGrouping.NONE));
        Condition condition = condition(Require.given(draft.condition(), "/condition"));
        View view = new View(
                ViewId.next(), Require.given(draft.name(), "/name"), audience, condition, layout, clock.instant());
        views.add(view);
        return view;
    }

    /** Changes a view; whoever looks at it next sees the new one. */
    public View update(Caller caller, ViewId id, Optional<Integer> expectedVersion, Draft change) {
        View view = changeable(caller, id, expectedVersion);
        Instant now = clock.instant();
        if (change.name() != null) {
            view.rename(change.name(), now);
        }
        if (change.scope() != null || change.group() != null) {
            ViewScope scope = change.scope() == null ? view.audience().scope() : change.scope();
            GroupId group = scope == ViewScope.GROUP && change.group() == null
                    ? view.audience().group()
                    : change.group();
            view.audience().address(scope, known(group));
            requireInHands(caller, view);
        }
        if (change.condition() != null) {
            view.ask(condition(change.condition()), now);
        }
        view.show(layout(change, view.layout()), now);
        views.flush();
        return view;
    }

    public void remove(Caller caller, ViewId id, Optional<Integer> expectedVersion) {
        views.remove(changeable(caller, id, expectedVersion));
    }

    /**
     * A view that the caller sees.
     *
     * @throws NotFound if it is absent, or for others
     */
    public View get(Caller caller, ViewId id) {
        return find(caller, id).orElseThrow(() -> new NotFound("view"));
    }

    /** A view, if the caller sees it. */
    public Optional<View> find(Caller caller, ViewId id) {
        return views.find(id).filter(view -> view.audience().includes(caller));
    }

    /** One page of the views that the caller sees, by name. */
    public Slice<View> page(Caller caller, Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        List<View> found = views.seenBy(caller, from.key(), new ViewId(from.id()), limit + 1);
        return Slice.of(
                found, limit, last -> new Position(last.name(), last.id().value()));
    }

    private View changeable(Caller caller, ViewId id, Optional<Integer> expectedVersion) {
        View view = get(caller, id);
        requireInHands(caller, view);
        view.requireVersion(expectedVersion);
        return view;
    }

    private static void requireInHands(Caller caller, View view) {
        if (!view.audience().isInHandsOf(caller)) {
            throw new Forbidden(Permission.VIEWS_MANAGE.toString());
        }
    }

    private void requireRoom(Caller caller, ViewScope scope) {
        boolean own = scope == ViewScope.PERSONAL;
        if (views.count(own ? Optional.of(caller.userId().value()) : Optional.empty()) >= VIEWS_MAX) {
            throw new Conflict("There are at most %d such views.".formatted(VIEWS_MAX));
        }
    }

    private @Nullable GroupId known(@Nullable GroupId group) {
        if (group != null && groups.find(group).isEmpty()) {
            throw InvalidInput.unknownReference("/group_id");
        }
        return group;
    }

    private Condition condition(JsonObject json) {
        Condition condition = conditions.read(json, "/condition");
        List<FieldError> unstored = condition.checks().stream()
                .filter(check -> !isStored(check))
                .map(check -> new FieldError(
                        "/condition",
                        "not_stored",
                        "A stored ticket has no %s that could be asked for."
                                .formatted(check.field().name())))
                .toList();
        if (!unstored.isEmpty()) {
            throw new InvalidInput(unstored);
        }
        return condition;
    }

    private static boolean isStored(Check check) {
        return !OF_EVENTS.contains(check.field().name());
    }

    private static ViewLayout layout(Draft draft, ViewLayout present) {
        return new ViewLayout(
                draft.columns() == null ? present.columns() : draft.columns(),
                draft.sort() == null ? present.sort() : draft.sort(),
                draft.grouping() == null ? present.grouping() : draft.grouping());
    }
}
