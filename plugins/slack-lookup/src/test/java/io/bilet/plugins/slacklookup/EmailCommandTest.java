package io.bilet.plugins.slacklookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.lookup.LookupBot;
import io.bilet.spi.testkit.FakeDesk;
import io.bilet.spi.testkit.FakePluginContext;
import io.bilet.spi.testkit.LocalHttp;
import io.bilet.spi.testkit.LocalHttp.Answer;
import io.bilet.spi.testkit.LookupBotContract;
import io.bilet.spi.testkit.Requests;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmailCommandTest implements LookupBotContract {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String TOKEN = "xoxb-canary-4711";
    private static final String AGENT = "mira@example.org";
    private static final Duration SLACKS_PATIENCE = Duration.ofMillis(2_500);

    private final LocalHttp slack = new LocalHttp(EmailCommandTest::answer);
    private final FakeDesk desk = new FakeDesk(AGENT);
    private final LookupBot bot = started(slack);

    private static LookupBot started(LocalHttp slack) {
        SlackPlugin plugin = new SlackPlugin();
        plugin.start(FakePluginContext.of(
                "slack-lookup",
                Map.of(
                        "signing_secret", SECRET,
                        "bot_token", TOKEN,
                        "base_url", slack.address().toString())));
        return plugin.lookupBots().get(0);
    }

    /** As documented for users.info: refusals come with status 200. */
    private static Answer answer(LocalHttp.Call call) {
        if (!("Bearer " + TOKEN).equals(call.headers().get("authorization"))) {
            return Answer.json(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
        }
        return switch (call.path() + " " + call.query().getOrDefault("user", "")) {
            case "/users.info U0AGENT" -> user(AGENT);
            case "/users.info U0STRANGER" -> user("stranger@example.org");
            default -> Answer.json(200, "{\"ok\":false,\"error\":\"user_not_found\"}");
        };
    }

    private static Answer user(String email) {
        return Answer.json(
                200, "{\"ok\":true,\"user\":{\"id\":\"U0\",\"profile\":{\"email\":\"%s\"}}}".formatted(email));
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void slacks_published_example_of_a_signature_is_genuine() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Instant then = Instant.ofEpochSecond(1531420618);
        Map<String, String> headers = Map.of(
                "X-Slack-Request-Timestamp", "1531420618",
                "X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");

        SlackSignature signature = new SlackSignature(SECRET, Clock.fixed(then, ZoneOffset.UTC));

        assertThat(signature.isOf(Requests.hookCall(headers, body, Requests.TIMEOUT)))
                .isTrue();
    }

    @Test
    void who_asked_is_looked_up_once() throws Exception {
        bot.ask(chat().question("Bob Smith", FakePluginContext.NOW), desk);
        bot.ask(chat().question("Bob Smith", FakePluginContext.NOW), desk);

        assertThat(slack.calls()).hasSize(1);
    }

    @Test
    void a_slack_that_is_down_slow_or_strict_is_said_in_words() throws Exception {
        slack.answerAlways(new Answer(429, Map.of("Retry-After", "3"), ""));
        assertThat(said()).contains("ask again");
        slack.answerAlways(Answer.json(200, "{\"ok\":false,\"error\":\"token_revoked\"}"));
        assertThat(said()).contains("not set up well").doesNotContain(TOKEN);
        slack.answerAlways(Answer.json(200, "nonsense"));
        assertThat(said()).contains("not set up well");
        slack.comeBack();
        slack.hang();
        assertThat(said()).contains("ask again");
    }

    private String said() throws Exception {
        HookAnswer answer = bot.ask(chat().question("Bob Smith", FakePluginContext.NOW), desk);
        return ((HookAnswer.Taken) answer).body();
    }

    @Override
    public LookupBot bot() {
        return bot;
    }

    @Override
    public ChatTool chat() {
        return new Slack();
    }

    @Override
    public FakeDesk desk() {
        return desk;
    }

    private record Slack() implements ChatTool {

        @Override
        public String agentAddress() {
            return AGENT;
        }

        @Override
        public HookCall question(String words, Instant at) {
            return call("U0AGENT", words, at, SECRET);
        }

        @Override
        public HookCall strangersQuestion(String words) {
            return call("U0STRANGER", words, FakePluginContext.NOW, SECRET);
        }

        @Override
        public HookCall forged(String words) {
            return call("U0AGENT", words, FakePluginContext.NOW, "of somebody else");
        }

        private static HookCall call(String user, String words, Instant at, String secret) {
            String body =
                    "command=%2Femail&user_id=" + user + "&trigger_id=1.2.3&text=" + URLEncoder.encode(words, UTF_8);
            String time = Long.toString(at.getEpochSecond());
            return Requests.hookCall(
                    Map.of(
                            "X-Slack-Request-Timestamp",
                            time,
                            "X-Slack-Signature",
                            "v0=" + hmac("v0:" + time + ":" + body, secret)),
                    body,
                    SLACKS_PATIENCE);
        }

        private static String hmac(String text, String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }
}
