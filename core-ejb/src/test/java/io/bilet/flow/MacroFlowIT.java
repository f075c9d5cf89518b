package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.automation.macro.CountedMacro;
import io.bilet.automation.macro.MacroAdmin;
import io.bilet.automation.macro.MacroAdmin.Draft;
import io.bilet.automation.macro.MacroFilter;
import io.bilet.automation.macro.MacroId;
import io.bilet.automation.macro.MacroScope;
import io.bilet.automation.macro.MacroVersion;
import io.bilet.automation.macro.Reach.Whom;
import io.bilet.brand.BrandAdmin;
import io.bilet.brand.BrandId;
import io.bilet.brand.BrandProfile;
import io.bilet.decision.Effect;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.paging.Slice;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.template.Rendering.Unresolved;
import io.bilet.testing.Beans;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MacroFlowIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private static final String ASK = """
            [{'kind':'comment','visibility':'public',
              'text':'Dear {{ requester.name }}{{ organization.name }}, what is the serial number?'},
             {'kind':'add_tags','tags':['asked']},
             {'kind':'set_status','status':'pending'}]""";

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId toner = company.group();
    private final GroupId power = company.group();
    private final UserId mira = company.agent(toner, 5, Presence.ONLINE);
    private final Caller agent = caller(mira, Role.AGENT);
    private final Caller supervisor = caller(company.agent(power, 5, Presence.ONLINE), Role.SUPERVISOR);
    private final TicketId ticket = heldByMira();
    private final MacroAdmin macros;
    private final MacroFlow flow;

    MacroFlowIT() {
        ActionLanguage.spokenBy(desk.node());
        macros = desk.bean(MacroAdmin.class);
        flow = desk.bean(MacroFlow.class);
    }

    @Test
    void a_preview_shows_everything_and_keeps_nothing() {
        MacroId macro = made(agent, null, ASK);

        MacroPreview preview = flow.preview(agent, macro, ticket, Optional.of(said("I looked at it.")));

        assertThat(preview.effects()).extracting(Effect::field).containsExactly("tags", "status");
        assertThat(preview.comments()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("I looked at it.\n\nDear Ada, what is the serial number?");
            assertThat(line.html()).isEqualTo("<p>I looked at it.</p><p>Dear Ada, what is the serial number?</p>");
            assertThat(line.unresolved()).containsExactly(new Unresolved("organization.name", null));
        });
        assertThat(preview.refused()).isEmpty();
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(desk.ticket(ticket).description().tags()).isEmpty();
        assertThat(comments()).hasSize(1);
        assertThat(macros.get(agent, macro).uses()).isZero();
    }

    @Test
    void a_macro_is_one_step_in_the_agents_name_that_the_record_names() {
        MacroId macro = made(agent, null, ASK);

        MacroFlow.Applied applied = apply(agent, macro);

        Ticket after = desk.ticket(ticket);
        assertThat(after.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(after.description().tags()).containsExactly("asked");
        assertThat(comments().get(1).said().text()).isEqualTo("Dear Ada, what is the serial number?");
        assertThat(comments().get(1).author()).contains(mira);
        assertThat(applied.effects()).extracting(Effect::field).containsExactly("comment_id", "tags", "status");
        assertThat(desk.record(ticket)).anySatisfy(entry -> {
            assertThat(entry.type()).isEqualTo("ticket.macro_applied");
            assertThat(entry.data().getString("macro_id")).isEqualTo(macro.toString());
            assertThat(entry.act().actor().user()).isEqualTo(mira);
        });
        assertThat(macros.get(agent, macro).uses()).isEqualTo(1);
    }

    @Test
    void what_the_agent_wrote_themselves_is_said_instead() {
        MacroId macro = made(agent, null, ASK);

        flow.apply(agent, ticket, Optional.empty(), macro, Optional.of(said("Which one is it?")));

        assertThat(comments()).hasSize(2);
        assertThat(comments().get(1).said().text()).isEqualTo("Which one is it?");
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.PENDING);
    }

    @Test
    void all_of_it_is_done_or_nothing() {
        MacroId macro = made(
                supervisor,
                new Whom(MacroScope.SHARED, null, null, null),
                "[{'kind':'add_tags','tags':['half']},"
                        + "{'kind':'comment','visibility':'internal','text':'{{ organization.name }}'}]");

        assertThatThrownBy(() -> apply(agent, macro))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Nothing was done");

        assertThat(desk.ticket(ticket).description().tags()).isEmpty();
        assertThat(desk.record(ticket).stream().map(AuditEntry::type)).doesNotContain("ticket.macro_applied");
        assertThat(macros.get(agent, macro).uses()).isZero();
    }

    @Test
    void p13_a_macro_on_an_outdated_reading_is_refused() {
        MacroId macro = made(agent, null, ASK);
        int version = desk.ticket(ticket).version();
        apply(agent, macro);

        assertThatThrownBy(() -> flow.apply(agent, ticket, Optional.of(version), macro, Optional.empty()))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void nobody_gains_a_right_by_a_macro_of_their_own() {
        String forward = "[{'kind':'set_group','group_id':'%s'}]".formatted(power);
        MacroId own = made(agent, null, forward);
        MacroId desks = made(supervisor, new Whom(MacroScope.SHARED, null, null, null), forward);

        assertThatThrownBy(() -> apply(agent, own)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> made(agent, null, "[{'kind':'set_vip'}]"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).pointer()).isEqualTo("/actions/0/kind"));
        apply(agent, desks);

        assertThat(desk.ticket(ticket).ownership().group()).contains(power);
    }

    @Test
    void a_macro_is_seen_by_those_it_is_for() {
        MacroId personal = made(agent, null, ASK);
        MacroId ofToner = made(supervisor, new Whom(MacroScope.GROUP, toner, null, null), ASK);
        MacroId ofPower = made(supervisor, new Whom(MacroScope.GROUP, power, null, null), ASK);
        MacroId ofAgents = made(supervisor, new Whom(MacroScope.ROLE, null, Role.AGENT, null), ASK);
        MacroId ofAdmins = made(supervisor, new Whom(MacroScope.ROLE, null, Role.ADMIN, null), ASK);

        assertThat(seenBy(agent)).contains(personal, ofToner, ofAgents).doesNotContain(ofPower, ofAdmins);
        assertThat(seenBy(supervisor)).contains(ofToner, ofPower, ofAdmins).doesNotContain(personal);
        assertThatThrownBy(() -> macros.get(supervisor, personal)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> apply(agent, ofPower)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> made(agent, new Whom(MacroScope.GROUP, toner, null, null), ASK))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_macro_of_a_brand_is_for_its_tickets_only() {
        BrandId ours = desk.ticket(ticket).origin().brand();
        BrandId other = desk.bean(BrandAdmin.class)
                .create(new BrandProfile("Other", false, null, null, false))
                .id();
        MacroId here = made(supervisor, new Whom(MacroScope.BRAND, null, null, ours), ASK);
        MacroId there = made(supervisor, new Whom(MacroScope.BRAND, null, null, other), ASK);

        assertThatThrownBy(() -> flow.preview(agent, there, ticket, Optional.empty()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> apply(agent, there)).isInstanceOf(InvalidInput.class);
        apply(agent, here);
    }

    @Test
    void a_macro_that_is_switched_off_is_used_by_nobody() {
        MacroId macro = made(agent, null, ASK);
        macros.update(agent, macro, Optional.empty(), new Draft(null, null, null, null, null, false, Set.of()));

        assertThatThrownBy(() -> apply(agent, macro)).isInstanceOf(Conflict.class);
    }

    @Test
    void each_wording_is_kept() {
        MacroId macro = made(agent, null, ASK);
        macros.update(
                agent,
                macro,
                Optional.of(0),
                new Draft(
                        null,
                        null,
                        null,
                        ActionLanguage.written("[{'kind':'add_tags','tags':['b']}]"),
                        null,
                        null,
                        Set.of()));

        List<MacroVersion> versions =
                macros.versions(agent, macro, Optional.empty(), 10).items();

        assertThat(versions).extracting(MacroVersion::version).containsExactly(1, 0);
        assertThat(versions.get(1).actions()).isEqualTo(ActionLanguage.written(ASK));
        assertThat(versions.get(0).changedBy()).isEqualTo(mira);
    }

    @Test
    void the_most_used_answer_without_an_article_comes_first() {
        MacroId rare = made(agent, null, "[{'kind':'add_tags','tags':['rare']}]");
        MacroId frequent = made(agent, null, "[{'kind':'add_tags','tags':['frequent']}]");
        MacroId written = made(agent, null, "[{'kind':'add_tags','tags':['written']}]");
        macros.update(
                agent,
                written,
                Optional.empty(),
                new Draft(null, null, null, null, "https://help.example.org/a", null, Set.of()));
        for (MacroId used : List.of(frequent, frequent, written, written, written, rare)) {
            apply(agent, used);
        }

        var hint = new MacroFilter(true, true);
        List<MacroId> all = ids(macros.page(agent, hint, Optional.empty(), 100));
        var first = macros.page(agent, hint, Optional.empty(), 1);
        var second = macros.page(agent, hint, first.next(), 1);

        assertThat(all).containsSubsequence(frequent, rare).doesNotContain(written);
        assertThat(macros.get(agent, frequent).uses()).isEqualTo(2);
        assertThat(ids(first)).containsExactly(all.get(0));
        assertThat(ids(second)).containsExactly(all.get(1));
    }

    private static List<MacroId> ids(Slice<CountedMacro> page) {
        return page.items().stream().map(one -> one.macro().id()).toList();
    }

    private MacroFlow.Applied apply(Caller caller, MacroId macro) {
        return flow.apply(caller, ticket, Optional.empty(), macro, Optional.empty());
    }

    private MacroId made(Caller caller, @Nullable Whom whom, String actions) {
        var draft = new Draft("A macro", null, whom, ActionLanguage.written(actions), null, null, Set.of());
        return macros.create(caller, draft).macro().id();
    }

    private Set<MacroId> seenBy(Caller caller) {
        return macros.page(caller, new MacroFilter(false, false), Optional.empty(), 500).items().stream()
                .map(one -> one.macro().id())
                .collect(Collectors.toSet());
    }

    private List<Comment> comments() {
        return inNewTransaction(() -> desk.bean(CommentQueries.class).of(ticket, Optional.empty(), true, 100));
    }

    private static NewComment said(String text) {
        return NewComment.of(text, Visibility.PUBLIC);
    }

    private TicketId heldByMira() {
        TicketId id = desk.opened(TicketPriority.NORMAL);
        desk.given(id, toner, mira);
        return id;
    }

    private Caller caller(UserId user, Role role) {
        return new Caller(user, role, RolePermissions.of(role), Set.of(toner), Set.of(), null, "test", null);
    }
}
