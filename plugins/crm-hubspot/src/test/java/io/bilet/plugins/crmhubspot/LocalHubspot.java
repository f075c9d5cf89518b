package io.bilet.plugins.crmhubspot;

import io.bilet.spi.customer.Customer;
import io.bilet.spi.testkit.CustomerActionContract.ActionFarEnd;
import io.bilet.spi.testkit.CustomerFactsContract.FactsFarEnd;
import io.bilet.spi.testkit.LocalHttp;
import io.bilet.spi.testkit.LocalHttp.Answer;
import io.bilet.spi.testkit.LocalHttp.Call;
import io.bilet.spi.testkit.Requests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A HubSpot account with one contact, three companies on two pages, and two workflows; it answers as documented. */
final class LocalHubspot implements FactsFarEnd, ActionFarEnd, AutoCloseable {

    static final String TOKEN = "pat-eu1-canary-4711";

    private static final String CONTACT = """
            {"id": "51", "archived": false, "createdAt": "2024-02-01T09:30:00.123Z",
             "properties": {"email": "ann@example.org", "lifecyclestage": "customer", "hubspot_owner_id": "7",
                            "createdate": "2024-02-01T09:30:00.123Z", "total_revenue": "1250.50",
                            "num_associated_deals": "3", "hs_object_id": "51"}}""";

    private final LocalHttp http = new LocalHttp(this::answer);
    private final List<String> enrolled = new CopyOnWriteArrayList<>();

    LocalHttp http() {
        return http;
    }

    private Answer answer(Call call) {
        if (!("Bearer " + TOKEN).equals(call.headers().get("authorization"))) {
            return error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
        }
        return switch (call.method() + " " + call.path()) {
            case "GET /crm/v3/objects/contacts/ann@example.org" -> contact(call);
            case "GET /crm/v3/owners/7" ->
                Answer.json(
                        200,
                        "{\"id\":\"7\",\"email\":\"mira@example.org\",\"firstName\":\"Mira\",\"lastName\":\"Demir\"}");
            case "GET /crm/v4/objects/contacts/51/associations/companies" -> companies(call);
            case "GET /crm/v3/objects/companies/903" ->
                Answer.json(
                        200,
                        "{\"id\":\"903\",\"properties\":{\"name\":\"Example GmbH\",\"industry\":\"RETAIL\","
                                + "\"annualrevenue\":\"about a lot\"}}");
            case "GET /automation/v3/workflows/12" -> workflow("12", true);
            case "GET /automation/v3/workflows/13" -> workflow("13", false);
            case "GET /automation/v2/workflows/enrollments/contacts/51" -> Answer.json(200, enrollments());
            case "POST /automation/v2/workflows/12/enrollments/contacts/ann@example.org" -> enroll();
            default -> error(404, "OBJECT_NOT_FOUND", "resource not found");
        };
    }

    private static Answer contact(Call call) {
        if (!"email".equals(call.query().get("idProperty"))) {
            return error(404, "OBJECT_NOT_FOUND", "resource not found");
        }
        Set<String> known = Set.of(
                "email", "lifecyclestage", "hubspot_owner_id", "createdate", "total_revenue", "num_associated_deals");
        return known.containsAll(List.of(call.query().get("properties").split(",", -1)))
                ? Answer.json(200, CONTACT)
                : error(400, "VALIDATION_ERROR", "Property does not exist");
    }

    /** The primary company is on the second page. */
    private static Answer companies(Call call) {
        String type = "{\"category\":\"HUBSPOT_DEFINED\",\"typeId\":%s,\"label\":null}";
        String one = "{\"toObjectId\":%s,\"associationTypes\":[%s]}";
        String second = one.formatted("903", type.formatted("279") + "," + type.formatted("1"));
        if ("902".equals(call.query().get("after"))) {
            return Answer.json(200, "{\"results\":[" + second + "]}");
        }
        String first = one.formatted("901", type.formatted("279")) + "," + one.formatted("902", type.formatted("279"));
        return Answer.json(
                200, "{\"results\":[" + first + "],\"paging\":{\"next\":{\"after\":\"902\",\"link\":\"?after=902\"}}}");
    }

    private static Answer workflow(String id, boolean enabled) {
        return Answer.json(
                200,
                "{\"id\":%s,\"name\":\"Welcome back\",\"type\":\"DRIP_DELAY\",\"enabled\":%s}".formatted(id, enabled));
    }

    private String enrollments() {
        return enrolled.isEmpty() ? "[]" : "[{\"id\":12,\"name\":\"Welcome back\",\"enabled\":true}]";
    }

    private Answer enroll() {
        enrolled.add("ann@example.org");
        return new Answer(204, Map.of(), "");
    }

    private static Answer error(int status, String category, String message) {
        return Answer.json(
                status,
                "{\"status\":\"error\",\"message\":\"%s\",\"correlationId\":\"aeb5f871\",\"category\":\"%s\"}"
                        .formatted(message, category));
    }

    @Override
    public Customer known() {
        return Requests.customer("Ann", "ann.private@example.org", "ann@example.org");
    }

    @Override
    public int changes() {
        return enrolled.size();
    }

    @Override
    public Customer customer() {
        return known();
    }

    @Override
    public Map<String, String> possible() {
        return Map.of("workflow_id", "12");
    }

    @Override
    public Map<String, String> impossible() {
        return Map.of("workflow_id", "13");
    }

    @Override
    public int effects() {
        return enrolled.size();
    }

    @Override
    public void goDown() {
        http.answerAlways(error(503, "SERVICE_UNAVAILABLE", "Service is down."));
    }

    @Override
    public void comeBack() {
        http.comeBack();
    }

    @Override
    public void refuseCredentials() {
        http.answerAlways(error(401, "EXPIRED_AUTHENTICATION", "The token expired."));
    }

    @Override
    public void hang() {
        http.hang();
    }

    /** Only of what changes something, or the plugin would not even begin. */
    @Override
    public void loseAnswers() {
        http.loseAnswersTo("POST");
    }

    @Override
    public void close() {
        http.close();
    }
}
