package io.bilet.dev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Bilet at which somebody can work: the demo company, its mail and everybody's token. Furnishing it again changes
 * nothing but where its mail server is.
 */
public final class DemoDesk {

    public static final String SUPPORT_ADDRESS = "support@bilet.test";
    public static final String CUSTOMER_ADDRESS = "customer@example.org";

    private final URI api;
    private final Path firstToken;
    private final Path tokensFile;

    /**
     * Names a desk and where its secrets lie.
     *
     * @param api ends with a slash
     * @param firstToken the file into which Bilet writes its first administrator's token
     * @param tokensFile where the tokens of everybody are kept
     */
    public DemoDesk(URI api, Path firstToken, Path tokensFile) {
        this.api = api;
        this.firstToken = firstToken;
        this.tokensFile = tokensFile;
    }

    public Tokens furnish(MailServer.Mailbox support, Ports ports) throws IOException, InterruptedException {
        DevTokens tokens = new DevTokens(tokensFile, api);
        ApiClient administrator = tokens.administrator(firstToken);
        DemoCompany.People people = new DemoCompany(administrator).load();
        new DemoMail(administrator).connect(support, ports);
        Map<String, String> agents = new LinkedHashMap<>();
        for (Map.Entry<String, String> agent : people.agents().entrySet()) {
            agents.put(agent.getKey(), tokens.of(agent.getKey(), agent.getValue()));
        }
        return new Tokens(tokens.admin(), agents, tokens.of("requester", people.requester()));
    }
}
