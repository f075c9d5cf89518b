package io.bilet.condition;

import java.util.List;

/** Words inside a text, and domains inside domains. */
final class Words {

    private Words() {}

    static boolean containsAny(String text, List<String> phrases) {
        for (String phrase : phrases) {
            if (contains(text, phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the phrase occurs with no letter or digit directly before or after it. */
    static boolean contains(String text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            if (isEdge(text, at, true) && isEdge(text, at + phrase.length(), false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int at, boolean before) {
        if (before ? at == 0 : at == text.length()) {
            return true;
        }
        return !Character.isLetterOrDigit(before ? text.codePointBefore(at) : text.codePointAt(at));
    }

    /** Whether an address or domain is the given domain or one below it. */
    static boolean liesIn(String addressOrDomain, String domain) {
        String actual = addressOrDomain.substring(addressOrDomain.lastIndexOf('@') + 1);
        String wanted = domain.substring(domain.lastIndexOf('@') + 1);
        return actual.equals(wanted) || actual.endsWith("." + wanted);
    }
}
