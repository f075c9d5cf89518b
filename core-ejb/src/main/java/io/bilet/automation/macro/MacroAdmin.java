package io.bilet.automation.macro;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.automation.action.Action;
import io.bilet.automation.action.ActionReader;
import io.bilet.automation.action.References;
import io.bilet.automation.macro.Reach.Whom;
import io.bilet.brand.BrandRepository;
import io.bilet.people.team.GroupRepository;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.Require;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes, changes, lists and removes macros, for those who may. */
@Stateless
public class MacroAdmin {

    /** More than anybody finds again: of one person's own, and of all that are for others. */
    static final int MACROS_MAX = 1_000;

    @Inject
    private MacroRepository macros;

    @Inject
    private ActionReader actions;

    @Inject
    private References references;

    @Inject
    private GroupRepository groups;

    @Inject
    private BrandRepository brands;

    @Inject
    private Clock clock;

    /**
     * A macro, or a change of one; what is null is left as it is.
     *
     * @param cleared names of members that are to be absent
     */
    public record Draft(
            @Nullable String name,
            @Nullable String description,
            @Nullable Whom whom,
            @Nullable JsonArray actions,
            @Nullable String articleUrl,
            @Nullable Boolean active,
            Set<String> cleared) {}

    /**
     * Makes a macro; only name and actions are needed.
     *
     * @throws Forbidden if it is for others and the caller may not make such macros
     * @throws InvalidInput naming what breaks a rule, such as a template that cannot be read
     */
    public CountedMacro create(Caller caller, Draft draft) {
        Whom whom = draft.whom() == null ? new Whom(MacroScope.PERSONAL, null, null, null) : known(draft.whom());
        var reach = new Reach(caller.userId(), whom);
        requireInHands(caller, reach);
        requireRoom(caller, reach);
        Instant now = clock.instant();
        JsonArray written = checked(Require.given(draft.actions(), "/actions"), reach);
        Macro macro = new Macro(MacroId.next(), Require.given(draft.name(), "/name"), reach, written, now);
        macro.describe(draft.description(), now);
        macro.explain(draft.articleUrl(), now);
        macro.turn(draft.active() == null || draft.active(), now);
        macros.add(macro);
        macros.keepVersion(macro, caller.userId());
        return new CountedMacro(macro, 0);
    }

    /** Changes a macro; whoever uses it next uses the new one. */
    public CountedMacro update(Caller caller, MacroId id, Optional<Integer> expectedVersion, Draft change) {
        Macro macro = changeable(caller, id, expectedVersion);
        int before = macro.version();
        Instant now = clock.instant();
        if (change.whom() != null) {
            macro.reach().address(known(change.whom()));
            requireInHands(caller, macro.reach());
        }
        if (change.actions() != null || change.whom() != null) {
            JsonArray wanted = change.actions() == null ? macro.actions() : change.actions();
            macro.reword(checked(wanted, macro.reach()), now);
        }
        describe(macro, change, now);
        macros.flush();
        if (macro.version() != before) {
            macros.keepVersion(macro, caller.userId());
        }
        return counted(macro);
    }

    private static void describe(Macro macro, Draft change, Instant now) {
        if (change.name() != null) {
            macro.rename(change.name(), now);
        }
        if (change.description() != null || change.cleared().contains("description")) {
            macro.describe(change.description(), now);
        }
        if (change.articleUrl() != null || change.cleared().contains("article_url")) {
            macro.explain(change.articleUrl(), now);
        }
        if (change.active() != null) {
            macro.turn(change.active(), now);
        }
    }

    public void remove(Caller caller, MacroId id, Optional<Integer> expectedVersion) {
        macros.remove(changeable(caller, id, expectedVersion));
    }

    /**
     * A macro that the caller may use.
     *
     * @throws NotFound if it is absent, or for others
     */
    public CountedMacro get(Caller caller, MacroId id) {
        return counted(seen(caller, id));
    }

    /** The same, without its uses. */
    public Macro seen(Caller caller, MacroId id) {
        return macros.find(id).filter(macro -> macro.reach().includes(caller)).orElseThrow(() -> new NotFound("macro"));
    }

    /** One page of the macros that the caller may use. */
    public Slice<CountedMacro> page(Caller caller, MacroFilter filter, Optional<Position> after, int limit) {
        return macros.seenBy(caller, filter, after, limit, clock.instant());
    }

    /** What a macro says and said before, the newest first. */
    public Slice<MacroVersion> versions(Caller caller, MacroId id, Optional<Position> after, int limit) {
        return macros.versions(seen(caller, id).id(), after, limit);
    }

    private CountedMacro counted(Macro macro) {
        return new CountedMacro(macro, macros.uses(macro, clock.instant()));
    }

    private Macro changeable(Caller caller, MacroId id, Optional<Integer> expectedVersion) {
        Macro macro = seen(caller, id);
        requireInHands(caller, macro.reach());
        macro.requireVersion(expectedVersion);
        return macro;
    }

    private static void requireInHands(Caller caller, Reach reach) {
        if (!reach.isInHandsOf(caller)) {
            throw new Forbidden(Permission.MACROS_MANAGE.toString());
        }
    }

    private void requireRoom(Caller caller, Reach reach) {
        if (macros.count(reach.isPersonal() ? Optional.of(caller.userId()) : Optional.empty()) >= MACROS_MAX) {
            throw new Conflict("There are at most %d such macros.".formatted(MACROS_MAX));
        }
    }

    private Whom known(Whom whom) {
        if (whom.group() != null && groups.find(whom.group()).isEmpty()) {
            throw InvalidInput.unknownReference("/group_id");
        }
        if (whom.brand() != null && brands.find(whom.brand()).isEmpty()) {
            throw InvalidInput.unknownReference("/brand_id");
        }
        return whom;
    }

    private JsonArray checked(JsonArray json, Reach reach) {
        List<Action> read = actions.readKnown(json, references, "/actions");
        if (reach.isPersonal()) {
            OwnActions.requireOnlyOwn(read);
        }
        return json;
    }
}
