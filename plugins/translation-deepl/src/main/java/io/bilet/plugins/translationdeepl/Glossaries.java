package io.bilet.plugins.translationdeepl;

import com.google.gson.JsonObject;
import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonApi.Request;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.PluginStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Glossaries at DeepL, which never change: each set of words is made once and remembered by what is in it. */
record Glossaries(JsonApi api, PluginStore store) {

    /** The id of a glossary with these words; empty if DeepL has none for these languages. */
    Optional<String> id(String source, String target, Map<String, String> words, Patience patience)
            throws FarEndUnavailable, FarEndRefused {
        String key = key(source, target, words);
        Optional<String> known = store.get(key).map(PluginStore.Entry::value);
        if (known.isPresent()) {
            return known;
        }
        JsonObject body = new JsonObject();
        body.addProperty("name", "Bilet");
        body.addProperty("source_lang", source);
        body.addProperty("target_lang", target);
        body.addProperty("entries", entries(words));
        body.addProperty("entries_format", "tsv");
        JsonApi.Reply reply =
                api.send(Request.json("POST", "/v2/glossaries", body.toString()), Set.of(201, 400), patience);
        if (reply.status() == 400) {
            return Optional.empty();
        }
        String id = reply.json().needed("glossary_id");
        store.put(key, id, 0);
        return Optional.of(id);
    }

    /** DeepL knows it no more; it is made again the next time. */
    void forget(String source, String target, Map<String, String> words) {
        store.remove(key(source, target, words));
    }

    private static String entries(Map<String, String> words) {
        StringBuilder entries = new StringBuilder();
        new TreeMap<>(words).forEach((from, to) -> entries.append(entries.length() == 0 ? "" : "\n")
                .append(cell(from))
                .append('\t')
                .append(cell(to)));
        return entries.toString();
    }

    private static String cell(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ").strip();
    }

    private static String key(String source, String target, Map<String, String> words) {
        String content = source + " " + target + "\n" + entries(words);
        return "glossary/" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
