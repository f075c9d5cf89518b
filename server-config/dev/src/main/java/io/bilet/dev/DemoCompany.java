package io.bilet.dev;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a small believable company into a Bilet through its API: organizations, schedules, skills, groups on three
 * levels, eight agents at work, service levels and routing rules. What is there already is left as it is.
 */
final class DemoCompany {

    private final ApiClient api;
    private final DemoFiles data = new DemoFiles();

    DemoCompany(ApiClient api) {
        this.api = api;
    }

    /** Answers who has come to work: the ids of the agents by the names they are called by. */
    People load() throws IOException, InterruptedException {
        for (String resource : List.of("organizations", "schedules", "skills", "groups")) {
            loadNamed(resource);
        }
        Map<String, String> agents = new LinkedHashMap<>();
        for (JsonObject agent : data.read("agents")) {
            agents.put(agent.getString("login"), bring(agent));
        }
        String requester = "";
        for (JsonObject person : data.read("requesters")) {
            String id = user(person).orElse("");
            requester = requester.isEmpty() ? id : requester;
        }
        loadNamed("sla-policies");
        loadNamed("routing-rules");
        return new People(agents, requester);
    }

    private void loadNamed(String resource) throws IOException, InterruptedException {
        for (JsonObject wanted : data.read(resource)) {
            String name = wanted.getString("name");
            Optional<JsonObject> found =
                    api.find(resource, item -> item.getString("name").equals(name));
            JsonObject there = found.isPresent() ? found.get() : api.post(resource, data.resolved(wanted));
            data.remember(resource, name, there.getString("id"));
        }
    }

    private String bring(JsonObject agent) throws IOException, InterruptedException {
        JsonObject user = agent.getJsonObject("user");
        Optional<String> known = find(user);
        if (known.isPresent()) {
            return known.get();
        }
        String id = api.post("users", user).getString("id");
        String self = "agents/" + id;
        for (JsonString group : agent.getJsonArray("groups").getValuesAs(JsonString.class)) {
            api.put("groups/" + data.id(group.getString()) + "/members/" + id, JsonObject.EMPTY_JSON_OBJECT);
        }
        api.put(self + "/skills", data.resolved(only(agent, "skills", "languages")));
        api.put(self + "/capacity", only(agent, "capacity"));
        api.put(self + "/presence", only(agent, "presence"));
        return id;
    }

    private Optional<String> user(JsonObject user) throws IOException, InterruptedException {
        Optional<String> known = find(user);
        return known.isPresent() ? known : Optional.of(api.post("users", user).getString("id"));
    }

    private Optional<String> find(JsonObject user) throws IOException, InterruptedException {
        String email = user.getJsonArray("identities").getJsonObject(0).getString("value");
        return api.find("users?email=" + ApiClient.query(email), found -> true).map(found -> found.getString("id"));
    }

    private static JsonObject only(JsonObject object, String... names) {
        var selection = Json.createObjectBuilder();
        for (String name : names) {
            selection.add(name, object.get(name));
        }
        return selection.build();
    }

    /**
     * Who is in the company.
     *
     * @param agents ids by first name, in lower case
     * @param requester id of the customer at customer@example.org
     */
    record People(Map<String, String> agents, String requester) {}
}
