package io.bilet.plugins.translationdeepl;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonApi.Reply;
import io.bilet.plugins.support.JsonApi.Request;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.translation.MachineTranslator;
import io.bilet.spi.translation.Translation;
import io.bilet.spi.translation.TranslationRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Translates one text by one call, and one more where a glossary is new. */
final class DeeplTranslator implements MachineTranslator {

    /** DeepL's own status for a quota that is used up. */
    private static final int QUOTA_EXCEEDED = 456;

    private final JsonApi api;
    private final Glossaries glossaries;

    DeeplTranslator(JsonApi api, Glossaries glossaries) {
        this.api = api;
        this.glossaries = glossaries;
    }

    @Override
    public String name() {
        return "deepl";
    }

    @Override
    public Translation translate(TranslationRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        Optional<String> glossary = glossary(request, patience);
        Request call =
                Request.json("POST", "/v2/translate", body(request, glossary).toString());
        Reply reply = api.send(call, Set.of(200, 400, 404, 413, QUOTA_EXCEEDED), patience);
        return switch (reply.status()) {
            case 200 -> translated(reply.json());
            case 413 -> new Translation.NotPossible("The text is too long for DeepL.");
            case QUOTA_EXCEEDED -> throw new FarEndRefused("The account's quota at DeepL is used up.");
            case 404 -> throw glossaryGone(request);
            default -> notPossible(reply.json());
        };
    }

    /** DeepL names the parameter it did not like; only languages are somebody's choice. */
    private static Translation notPossible(JsonTree answer) throws FarEndRefused {
        if (answer.text("message").filter(text -> text.contains("_lang")).isEmpty()) {
            throw new FarEndRefused("DeepL did not understand the call; its API may have changed.");
        }
        return new Translation.NotPossible("DeepL does not translate between these languages.");
    }

    private Optional<String> glossary(TranslationRequest request, Patience patience)
            throws FarEndUnavailable, FarEndRefused {
        return request.glossary().isEmpty() || request.from().isEmpty()
                ? Optional.empty()
                : glossaries.id(source(request), glossaryTarget(request), request.glossary(), patience);
    }

    private FarEndUnavailable glossaryGone(TranslationRequest request) {
        if (request.from().isPresent()) {
            glossaries.forget(source(request), glossaryTarget(request), request.glossary());
        }
        return new FarEndUnavailable("DeepL does not know the glossary any more; it is made again.");
    }

    private static JsonObject body(TranslationRequest request, Optional<String> glossary) {
        JsonObject body = new JsonObject();
        JsonArray texts = new JsonArray();
        texts.add(request.text());
        body.add("text", texts);
        body.addProperty("target_lang", Languages.target(request.to()));
        request.from().ifPresent(from -> body.addProperty("source_lang", Languages.source(from)));
        if (request.html()) {
            body.addProperty("tag_handling", "html");
        }
        glossary.ifPresent(id -> body.addProperty("glossary_id", id));
        body.addProperty("show_billed_characters", true);
        return body;
    }

    private static Translation translated(JsonTree answer) throws FarEndRefused {
        List<JsonTree> translations = answer.list("translations");
        if (translations.isEmpty()) {
            throw new FarEndRefused("DeepL answered no translation; its API may have changed.");
        }
        JsonTree first = translations.get(0);
        return new Translation.Translated(
                first.needed("text"),
                Languages.tag(first.needed("detected_source_language")),
                first.number("billed_characters"));
    }

    private static String source(TranslationRequest request) {
        return Languages.source(request.from().orElse(""));
    }

    /** Glossaries are of languages, not of their variants. */
    private static String glossaryTarget(TranslationRequest request) {
        return Languages.source(request.to());
    }
}
