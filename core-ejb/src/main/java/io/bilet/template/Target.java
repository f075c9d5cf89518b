package io.bilet.template;

import io.bilet.platform.html.SafeHtml;

/** Where a rendered text goes to, which decides how values are escaped in it. */
public enum Target {
    /** Plain text of several lines. */
    TEXT {
        @Override
        String escape(String value) {
            return printable(value, "\n\t");
        }
    },
    /** HTML; a value is text in it and never markup. */
    HTML {
        @Override
        String escape(String value) {
            return SafeHtml.asHtml(printable(value, "\n\t")).replace("'", "&#39;");
        }
    },
    /** One line, such as a subject. */
    LINE {
        @Override
        String escape(String value) {
            return printable(value, "").strip();
        }
    };

    /** A value as it may stand in a text for this target. */
    abstract String escape(String value);

    /** The whole of a rendered text; the template itself may have lines where there must be one. */
    String whole(String rendered) {
        return this == LINE ? LINE.escape(rendered) : rendered;
    }

    /** Without what ends a header or turns around what follows; a blank stands in place of it. */
    private static String printable(String value, String allowed) {
        StringBuilder text = new StringBuilder(value.length());
        value.replace("\r\n", "\n")
                .codePoints()
                .map(c -> allowed.indexOf(c) >= 0 || isPrintable(c) ? c : ' ')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069);
    }
}
