package io.bilet.plugins.translationdeepl;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.bilet.spi.testkit.LocalHttp;
import io.bilet.spi.testkit.LocalHttp.Answer;
import io.bilet.spi.testkit.LocalHttp.Call;
import io.bilet.spi.testkit.MachineTranslatorContract.TranslationFarEnd;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A DeepL that shouts what it is given, and otherwise answers and refuses as its API description 3.11 says. */
final class LocalDeepl implements TranslationFarEnd, AutoCloseable {

    static final String KEY = "279a2e9d-canary-c8dc8c2da3e7";

    private static final Set<String> PROPERTIES =
            Set.of("text", "source_lang", "target_lang", "tag_handling", "glossary_id", "show_billed_characters");

    private final LocalHttp http = new LocalHttp(this::answer);
    private final Map<String, String> glossaries = new ConcurrentHashMap<>();
    private final AtomicLong counted = new AtomicLong();
    private volatile boolean usedUp;

    LocalHttp http() {
        return http;
    }

    Map<String, String> glossaries() {
        return glossaries;
    }

    private Answer answer(Call call) {
        if (!("DeepL-Auth-Key " + KEY).equals(call.headers().get("authorization"))) {
            return message(403, "Forbidden");
        }
        JsonObject body = JsonParser.parseString(call.body()).getAsJsonObject();
        return switch (call.method() + " " + call.path()) {
            case "POST /v2/translate" -> translate(body);
            case "POST /v2/glossaries" -> glossary(body);
            default -> message(404, "Not found");
        };
    }

    private Answer translate(JsonObject body) {
        String target = body.get("target_lang").getAsString();
        if (!PROPERTIES.containsAll(body.keySet()) || !Set.of("EN-US", "DE").contains(target)) {
            return message(400, "Value for 'target_lang' not supported.");
        }
        if (usedUp) {
            return message(456, "Quota exceeded");
        }
        if (body.has("glossary_id")
                && !glossaries.containsKey(body.get("glossary_id").getAsString())) {
            return message(404, "Glossary not found");
        }
        String text = body.get("text").getAsJsonArray().get(0).getAsString();
        String said = body.has("tag_handling") ? outsideOfTags(text) : text.toUpperCase(Locale.ROOT);
        if (body.has("glossary_id")) {
            for (String line :
                    glossaries.get(body.get("glossary_id").getAsString()).split("\n", -1)) {
                String[] words = line.split("\t", 2);
                said = said.replace(words[0].toUpperCase(Locale.ROOT), words[1]);
            }
        }
        counted.addAndGet(text.length());
        JsonObject translation = new JsonObject();
        translation.addProperty("detected_source_language", "TR");
        translation.addProperty("text", said);
        translation.addProperty("billed_characters", text.length());
        return Answer.json(200, "{\"translations\":[" + translation + "]}");
    }

    private static String outsideOfTags(String html) {
        StringBuilder said = new StringBuilder();
        for (String part : html.split("(?<=>)|(?=<)", -1)) {
            said.append(part.startsWith("<") ? part : part.toUpperCase(Locale.ROOT));
        }
        return said.toString();
    }

    private Answer glossary(JsonObject body) {
        if (!"tsv".equals(body.get("entries_format").getAsString())
                || !"EN".equals(body.get("target_lang").getAsString())) {
            return message(400, "Unsupported glossary source and target language pair");
        }
        String id = "def3a26b-3e84-45b3-84ae-" + glossaries.size();
        glossaries.put(id, body.get("entries").getAsString());
        return Answer.json(201, "{\"glossary_id\":\"%s\",\"ready\":true,\"entry_count\":1}".formatted(id));
    }

    private static Answer message(int status, String text) {
        return Answer.json(status, "{\"message\":\"%s\"}".formatted(text));
    }

    @Override
    public String from() {
        return "tr";
    }

    @Override
    public String to() {
        return "en";
    }

    @Override
    public String text() {
        return "bozuk geldi kutu";
    }

    @Override
    public String word() {
        return "kutu";
    }

    @Override
    public void useUpQuota() {
        usedUp = true;
    }

    @Override
    public long counted() {
        return counted.get();
    }

    @Override
    public void goDown() {
        http.answerAlways(message(503, "Resource currently unavailable"));
    }

    @Override
    public void comeBack() {
        http.comeBack();
    }

    @Override
    public void refuseCredentials() {
        http.answerAlways(message(403, "Forbidden"));
    }

    @Override
    public void hang() {
        http.hang();
    }

    @Override
    public void close() {
        http.close();
    }
}
