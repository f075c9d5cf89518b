package io.bilet.intake;

import io.bilet.ticket.NewAttachment;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a "thank you" that asks for nothing from a message that does. In doubt it does ask: a word that is not in the
 * lists makes it a message.
 */
final class ClosingThanks {

    private static final int WORDS_MAX = 12;

    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank",
            "thx",
            "cheers",
            "teşekkürler",
            "teşekkür",
            "sağolun",
            "sağol",
            "eyvallah",
            "mulțumesc",
            "multumesc",
            "mersi",
            "mulțumim",
            "danke",
            "dankeschön",
            "vielen",
            "merci",
            "gracias",
            "grazie",
            "obrigado",
            "obrigada",
            "dzięki",
            "dziękuję",
            "bedankt",
            "спасибо");

    private static final Set<String> AROUND = Set.of(
            "you",
            "so",
            "much",
            "very",
            "a",
            "lot",
            "again",
            "for",
            "your",
            "the",
            "help",
            "quick",
            "answer",
            "reply",
            "great",
            "perfect",
            "ok",
            "okay",
            "super",
            "many",
            "kind",
            "regards",
            "best",
            "it",
            "works",
            "now",
            "all",
            "good",
            "ederim",
            "ederiz",
            "çok",
            "tamam",
            "oldu",
            "yardımınız",
            "için",
            "iyi",
            "günler",
            "frumos",
            "mult",
            "de",
            "pentru",
            "ajutor",
            "dank",
            "für",
            "ihre",
            "die",
            "hilfe",
            "schön",
            "schöne",
            "grüße",
            "beaucoup",
            "muchas",
            "mille",
            "mil");

    private ClosingThanks() {}

    /** Whether this is all the message says. */
    static boolean isAll(String written, List<NewAttachment> files) {
        String[] words = written.toLowerCase(Locale.ROOT).strip().split("[\\s.,!;:()\\-]+", WORDS_MAX + 2);
        if (!files.isEmpty() || words.length > WORDS_MAX || written.indexOf('?') >= 0) {
            return false;
        }
        boolean thanks = false;
        for (String word : words) {
            if (!word.isEmpty() && !THANKS.contains(word) && !AROUND.contains(word)) {
                return false;
            }
            thanks |= THANKS.contains(word);
        }
        return thanks;
    }
}
