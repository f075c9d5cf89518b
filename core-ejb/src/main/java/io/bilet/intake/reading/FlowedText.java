package io.bilet.intake.reading;

/** Text whose paragraphs were broken into lines for sending ({@code format=flowed}, RFC 3676), put together again. */
final class FlowedText {

    /** No line is open for more. */
    private static final int NONE = -1;

    private FlowedText() {}

    static String unflow(String flowed, boolean deletesSpaces) {
        StringBuilder text = new StringBuilder(flowed.length());
        int openDepth = NONE;
        boolean first = true;
        for (String line : flowed.replace("\r\n", "\n").split("\n", -1)) {
            int depth = quoteDepth(line);
            String content = unstuffed(line.substring(depth));
            boolean continues = openDepth == depth && !content.equals("-- ");
            if (!continues) {
                text.append(first ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            boolean soft = content.endsWith(" ") && !content.equals("-- ");
            text.append(soft && deletesSpaces ? content.substring(0, content.length() - 1) : content);
            openDepth = soft ? depth : NONE;
            first = false;
        }
        return text.toString();
    }

    private static int quoteDepth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String content) {
        return content.startsWith(" ") ? content.substring(1) : content;
    }
}
