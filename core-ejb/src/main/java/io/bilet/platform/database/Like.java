package io.bilet.platform.database;

/** Patterns of the LIKE operator in which what people typed stands for itself. */
public final class Like {

    /** Not the backslash, which MariaDB also takes for the escape of its string literals. */
    public static final char ESCAPE = '!';

    private Like() {}

    /** Whatever begins with {@code text}. */
    public static String prefix(String text) {
        return literally(text) + "%";
    }

    /** Whatever ends with {@code text}. */
    public static String suffix(String text) {
        return "%" + literally(text);
    }

    /** Whatever has {@code text} somewhere. */
    public static String containing(String text) {
        return "%" + literally(text) + "%";
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
