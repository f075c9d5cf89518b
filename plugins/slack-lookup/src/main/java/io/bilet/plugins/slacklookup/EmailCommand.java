package io.bilet.plugins.slacklookup;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.lookup.FoundMessage;
import io.bilet.spi.lookup.LookupBot;
import io.bilet.spi.lookup.LookupDesk;
import io.bilet.spi.lookup.UnknownAgent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /email Bob Smith}: that person's latest messages with links, for the eyes of who asked alone. */
final class EmailCommand implements LookupBot {

    private static final int WORDS_MAX = 200;
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String HELP = "Say whom: `/email Bob Smith`, an address, a ticket number or an organization.";

    private final SlackSignature signature;
    private final SlackUsers users;

    EmailCommand(SlackSignature signature, SlackUsers users) {
        this.signature = signature;
        this.users = users;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public HookAnswer ask(HookCall call, LookupDesk desk) {
        if (!signature.isOf(call)) {
            return new HookAnswer.Refused(401, "The signature is missing, wrong or too old.");
        }
        Map<String, String> form = form(call.body());
        String user = form.getOrDefault("user_id", "");
        String words = form.getOrDefault("text", "").strip();
        if (user.isEmpty()) {
            return new HookAnswer.Refused(400, "This is no slash command.");
        }
        String id = form.getOrDefault("trigger_id", "command").replaceAll("[^\\x21-\\x7e]", "");
        String text = words.isEmpty() || words.length() > WORDS_MAX
                ? HELP
                : answer(user, words, desk, Patience.of(call.timeout()));
        return new HookAnswer.Taken(
                id.substring(0, Math.min(id.length(), 200)),
                "application/json",
                JSON.toJson(Map.of("response_type", "ephemeral", "text", text)),
                List.of());
    }

    private String answer(String user, String words, LookupDesk desk, Patience patience) {
        try {
            Optional<String> address = users.address(user, patience);
            if (address.isEmpty()) {
                return "Slack does not tell your address, so nobody here can say who you are.";
            }
            List<FoundMessage> found = desk.latest(address.get(), words);
            return found.isEmpty()
                    ? "Nothing was found for \"%s\" that you may read.".formatted(escaped(words))
                    : found.stream().map(EmailCommand::line).collect(Collectors.joining("\n"));
        } catch (UnknownAgent e) {
            return "No agent has your address; ask an administrator to add and verify it.";
        } catch (FarEndUnavailable e) {
            return "Slack could not say in time who you are; please ask again.";
        } catch (FarEndRefused e) {
            return "This command is not set up well; an administrator can see why.";
        }
    }

    private static String line(FoundMessage message) {
        return "<%s|#%d> %s (%s) – %s, <!date^%d^{date_short_pretty} {time}|%s>: %s"
                .formatted(
                        message.link(),
                        message.ticketNumber(),
                        escaped(message.subject()),
                        message.status(),
                        escaped(message.author()),
                        message.at().getEpochSecond(),
                        message.at(),
                        escaped(message.excerpt()));
    }

    /** Slack reads these three as its own. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
