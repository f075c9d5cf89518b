package io.bilet.plugins.translationdeepl;

import java.util.Locale;
import java.util.Map;

/** BCP 47 tags as DeepL writes them. */
final class Languages {

    /** As targets these need a variant, or are deprecated without one. */
    private static final Map<String, String> VARIANTS = Map.of("EN", "EN-US", "PT", "PT-PT", "ZH", "ZH-HANS");

    private Languages() {}

    /** As a language to translate to. */
    static String target(String tag) {
        String code = tag.toUpperCase(Locale.ROOT);
        return VARIANTS.getOrDefault(code, code);
    }

    /** As a language to translate from, which has no variants. */
    static String source(String tag) {
        return tag.toUpperCase(Locale.ROOT).split("-", 2)[0];
    }

    /** What DeepL found out, as a tag. */
    static String tag(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
