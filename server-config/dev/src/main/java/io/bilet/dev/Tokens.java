package io.bilet.dev;

import java.util.Map;

/**
 * The secrets with which the people of the demo company call the API.
 *
 * @param agents by first name, in lower case
 * @param requester of the customer at customer@example.org
 */
public record Tokens(String admin, Map<String, String> agents, String requester) {

    public String agent(String name) {
        String token = agents.get(name);
        if (token == null) {
            throw new IllegalArgumentException("Nobody is called " + name + " at this desk.");
        }
        return token;
    }
}
