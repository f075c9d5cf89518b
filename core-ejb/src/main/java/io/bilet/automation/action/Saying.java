package io.bilet.automation.action;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.text.Languages;
import io.bilet.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rules and macros say, with placeholders: as it was first written, and in other languages.
 *
 * @param variants by BCP 47 tag
 */
public record Saying(Wording usual, Map<String, Wording> variants) {

    /** Variants of one text; nobody keeps more of them right. */
    private static final int VARIANTS_MAX = 30;

    /**
     * One text in one language.
     *
     * @param html the same with markup, if it was written; placeholders in it are text all the same
     */
    public record Wording(Template text, @Nullable Template html) {

        private static Wording read(Members members) {
            Template text = Template.parse(members.text("text", Template.LENGTH_MAX), members.place("text"));
            Template html = members.has("html")
                    ? Template.parse(members.text("html", Template.LENGTH_MAX), members.place("html"))
                    : null;
            return new Wording(text, html);
        }
    }

    /**
     * Reads {@code text}, {@code html} and {@code variants}.
     *
     * @throws InvalidInput naming the template that cannot be read, or the language that is named twice
     */
    static Saying read(Members members) {
        Map<String, Wording> variants = new TreeMap<>();
        if (members.has("variants")) {
            List<Members> written = members.objects("variants", VARIANTS_MAX);
            written.forEach(variant -> read(variant, variants));
        }
        return new Saying(Wording.read(members), variants);
    }

    private static void read(Members variant, Map<String, Wording> variants) {
        String place = variant.place("language");
        String language = Languages.canonical(variant.text("language", 35), place);
        if (variants.put(language, Wording.read(variant)) != null) {
            throw new InvalidInput(place, "duplicate", "This is named twice.");
        }
        variant.requireNoOthers();
    }

    /** The words for a reader: in just their language and region, in their language, or as first written. */
    public Wording in(Locale reader) {
        Wording exact = variants.get(reader.toLanguageTag());
        return exact != null ? exact : variants.getOrDefault(reader.getLanguage(), usual);
    }
}
