package io.bilet.intake.reading;

import java.util.ArrayList;
import java.util.List;

/** The ids in a Message-ID, In-Reply-To or References header, also where angle brackets or blanks are missing. */
final class MessageIdList {

    private static final int LENGTH_MAX = 900;

    private MessageIdList() {}

    /** In the order of the header, each with angle brackets. */
    static List<String> parse(String header) {
        List<String> ids = new ArrayList<>();
        int open = header.indexOf('<');
        while (open >= 0) {
            int close = header.indexOf('>', open);
            if (close < 0) {
                break;
            }
            add(ids, header.substring(open + 1, close));
            open = header.indexOf('<', close);
        }
        return ids.isEmpty() ? bare(header) : ids;
    }

    private static List<String> bare(String header) {
        List<String> ids = new ArrayList<>();
        for (String word : header.split("[\\s,]", -1)) {
            if (word.indexOf('@') > 0) {
                add(ids, word.replace("<", "").replace(">", ""));
            }
        }
        return ids;
    }

    /** Folding inside an id breaks it into pieces; no id has blanks. */
    private static void add(List<String> ids, String inner) {
        String id = inner.replaceAll("[\\s\\p{Cc}]", "");
        if (!id.isEmpty() && id.length() <= LENGTH_MAX) {
            ids.add("<" + id + ">");
        }
    }
}
