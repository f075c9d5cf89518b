package io.bilet.journey.security;

import static io.bilet.journey.security.AuditLogIT.json;
import static io.bilet.journey.security.AuditLogIT.unique;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.people.Role;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** One good call of every operation that sets something up, in an order in which each finds what it needs. */
final class SetUp {

    private final DeskDriver caller;
    private final Map<String, String> made = new LinkedHashMap<>();
    private final Map<String, AuditLogIT.Call> calls = new LinkedHashMap<>();

    SetUp(DeskDriver caller) {
        this.caller = caller;
        String agent = Cast.user(Role.AGENT);
        made.put("agent", agent);
        kept("Brand", "brands", "{'name': '%s'}", "{'name': 'Other'}", false);
        kept("Skill", "skills", "{'name': '%s'}", null, false);
        kept("Organization", "organizations", "{'name': '%s'}", "{'name': 'Other'}", false);
        group();
        user();
        schedule();
        kept("RoutingRule", "routing-rules", """
                {'name': '%s', 'active': false, 'condition': {'all': []}, 'effects': {'priority': 'low'}}""", "{'name': '" + unique() + "'}", true);
        kept("Automation", "automations", """
                {'name': '%s', 'active': false, 'condition': {'all': []}, 'delay': 'PT1H', 'actions': [{'kind': 'set_vip'}]}""", "{'name': '" + unique() + "'}", true);
        kept("Trigger", "triggers", """
                {'name': '%s', 'active': false, 'condition': {'all': []}, 'actions': [{'kind': 'set_vip'}]}""", "{'name': '" + unique() + "'}", true);
        kept("SlaPolicy", "sla-policies", """
                {'name': '%s', 'active': false, 'condition': {'all': []},
                 'targets': [{'metric': 'first_reply_time', 'priority': 'low', 'target': 'PT8H'}]}""", "{'name': '" + unique() + "'}", true);
        String key = "audited_" + System.nanoTime();
        kept(
                "TicketField",
                "ticket-fields",
                "{'key': '" + key + "', 'type': 'text', 'label': {'en': '%s'}}",
                "{'description': 'Other'}",
                true);
        kept(
                "FactDefinition",
                "fact-definitions",
                "{'key': '" + key + "', 'about': 'requester', 'type': 'text', 'label': {'en': '%s'}}",
                "{'valid_for': 'P1D'}",
                true);
        kept("View", "views", "{'name': '%s', 'condition': {'all': []}}", "{'name': '" + unique() + "'}", true);
        kept("Macro", "macros", """
                {'name': '%s', 'actions': [{'kind': 'add_tags', 'tags': ['a']}]}""", "{'name': '" + unique() + "'}", true);
        mail();
        token();
        plugin();
        webhook();
    }

    Map<String, AuditLogIT.Call> calls() {
        return calls;
    }

    private void kept(String name, String resource, String body, String patch, boolean removable) {
        calls.put("create" + name, () -> remember(name, caller.post(resource, json(body.formatted(unique())))));
        if (patch != null) {
            calls.put("update" + name, () -> caller.patch(resource + "/" + made.get(name), json(patch)));
        }
        if (removable) {
            calls.put("delete" + name, () -> caller.delete(resource + "/" + made.get(name)));
        }
    }

    private void plugin() {
        calls.put(
                "updatePluginConfiguration",
                () -> caller.patch("plugins/example/configuration", json("{'enabled': true}")));
        calls.put(
                "createPluginReload",
                () -> caller.send(caller.request("plugins/example/reloads").POST(BodyPublishers.noBody()), ""));
    }

    private void group() {
        kept("Group", "groups", "{'name': '%s'}", "{'tier': 2}", false);
        calls.put("updateGroupMember", () -> put("groups/" + made.get("Group") + "/members/" + made.get("agent"), ""));
        calls.put(
                "deleteGroupMember",
                () -> caller.delete("groups/" + made.get("Group") + "/members/" + made.get("agent")));
        calls.put("deleteGroup", () -> caller.delete("groups/" + made.get("Group")));
        calls.put("deleteOrganization", () -> caller.delete("organizations/" + made.get("Organization")));
    }

    private void user() {
        kept("User", "users", "{'name': '%s'}", "{'name': 'Other'}", false);
        calls.put(
                "createIdentity",
                () -> remember(
                        "Identity",
                        caller.post(
                                "users/" + made.get("User") + "/identities",
                                json("{'type': 'email', 'value': 'a" + System.nanoTime() + "@example.org'}"))));
        calls.put(
                "deleteIdentity",
                () -> caller.delete("users/" + made.get("User") + "/identities/" + made.get("Identity")));
        String agent = "agents/" + made.get("agent");
        calls.put("updateAgentPresence", () -> put(agent + "/presence", "{'presence': 'away'}"));
        JsonObject deputy =
                json("{'deputy_id': '" + caller.get("me").getJsonObject("user").getString("id") + "'}");
        calls.put("updateAgent", () -> caller.patch(agent, deputy));
        calls.put("updateAgentCapacity", () -> put(agent + "/capacity", "{'capacity': 3}"));
        calls.put("updateAgentSkills", () -> put(agent + "/skills", "{'skills': [], 'languages': ['tr']}"));
    }

    private void schedule() {
        kept("Schedule", "schedules", """
                {'name': '%s', 'time_zone': 'UTC', 'intervals': {'mon': [['09:00', '17:00']]}}""", "{'name': '" + unique() + "'}", false);
        calls.put(
                "updateHolidays",
                () -> put(
                        "schedules/" + made.get("Schedule") + "/holidays",
                        "{'items': [{'date': '2026-12-24', 'name': 'Closed'}]}"));
        calls.put(
                "updateHolidayFeeds",
                () -> put(
                        "schedules/" + made.get("Schedule") + "/holiday-feeds",
                        "{'items': [{'url': 'https://calendar.example/closed.ics'}]}"));
        calls.put("deleteSchedule", () -> caller.delete("schedules/" + made.get("Schedule")));
    }

    private void mail() {
        kept("MailChannel", "mail-channels", """
                {'name': '%s', 'active': false, 'smtp': {'host': 'mail.example', 'port': 465, 'user': 'u', 'password': 'p'}}""", "{'name': '" + unique() + "'}", true);
        calls.put(
                "createSupportAddress",
                () -> remember(
                        "SupportAddress",
                        caller.post(
                                "support-addresses", json("{'address': 'a" + System.nanoTime() + "@bilet.test'}"))));
        calls.put(
                "updateSupportAddress",
                () -> caller.patch("support-addresses/" + made.get("SupportAddress"), json("{'name': 'Help'}")));
        calls.put("deleteSupportAddress", () -> caller.delete("support-addresses/" + made.get("SupportAddress")));
        calls.put("createSuspendedMailRetry", () -> {
            made.put("mail", suspended());
            return caller.send(
                    caller.request("suspended-mails/" + made.get("mail") + "/retries")
                            .POST(BodyPublishers.noBody()),
                    "");
        });
        calls.put("deleteSuspendedMail", () -> caller.delete("suspended-mails/" + suspended()));
    }

    private void token() {
        calls.put("createToken", () -> {
            Answer answer = caller.post("tokens", json("{'name': 'A key'}"));
            made.put("Token", answer.json().getJsonObject("token").getString("id"));
            return answer;
        });
        calls.put("deleteToken", () -> caller.delete("tokens/" + made.get("Token")));
    }

    private void webhook() {
        calls.put("createWebhook", () -> {
            Answer answer = caller.post("webhooks", json("""
                    {'name': 'A hook', 'url': 'https://hooks.example.org/', 'event_types': ['ticket.created']}"""));
            made.put("Webhook", answer.json().getJsonObject("webhook").getString("id"));
            return answer;
        });
        calls.put(
                "createWebhookSecret",
                () -> caller.send(
                        caller.request("webhooks/" + made.get("Webhook") + "/secrets")
                                .POST(BodyPublishers.noBody()),
                        ""));
        calls.put("updateWebhook", () -> caller.patch("webhooks/" + made.get("Webhook"), json("{'active': false}")));
        calls.put("deleteWebhook", () -> caller.delete("webhooks/" + made.get("Webhook")));
        inboundWebhook();
    }

    private void inboundWebhook() {
        calls.put("createInboundWebhook", () -> {
            Answer answer = caller.post("inbound-webhooks", json("""
                    {'name': 'A hook', 'action': 'add_comment', 'mapping': {'ticket': '{/id}', 'text': '{/text}'}}"""));
            made.put(
                    "InboundWebhook",
                    answer.json().getJsonObject("inbound_webhook").getString("id"));
            return answer;
        });
        calls.put(
                "createInboundWebhookSecret",
                () -> caller.send(
                        caller.request("inbound-webhooks/" + made.get("InboundWebhook") + "/secrets")
                                .POST(BodyPublishers.noBody()),
                        ""));
        calls.put(
                "updateInboundWebhook",
                () -> caller.patch("inbound-webhooks/" + made.get("InboundWebhook"), json("{'active': false}")));
        calls.put("deleteInboundWebhook", () -> caller.delete("inbound-webhooks/" + made.get("InboundWebhook")));
    }

    /** A mail that nothing can be made of. */
    private static String suspended() {
        String mime = "From: nobody\r\nX-Odd: " + System.nanoTime() + "\r\n\r\n";
        return Cast.send(DeskDriver.asAdmin(), "POST", "inbound-mails", "message/rfc822", mime, Map.of())
                .json()
                .getString("id");
    }

    private Answer put(String path, String body) {
        HttpRequest.Builder request = caller.request(path).PUT(BodyPublishers.ofString(body.replace('\'', '"')));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return caller.send(request, body.replace('\'', '"'));
    }

    private Answer remember(String name, Answer answer) {
        made.put(name, Cast.created(answer).getString("id"));
        return answer;
    }
}
