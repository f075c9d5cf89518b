package io.bilet.platform.database;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as native queries return them, whatever the driver makes of a column's type. */
public final class Columns {

    private Columns() {}

    public static UUID uuid(@Nullable Object column) {
        return Objects.requireNonNull(uuidOrNull(column), "column");
    }

    public static @Nullable UUID uuidOrNull(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        return column instanceof UUID id ? id : UUID.fromString(column.toString());
    }

    public static String text(@Nullable Object column) {
        return Objects.requireNonNull(column, "column").toString();
    }

    public static @Nullable String textOrNull(@Nullable Object column) {
        return column == null ? null : column.toString();
    }

    public static long number(@Nullable Object column) {
        return ((Number) Objects.requireNonNull(column, "column")).longValue();
    }

    /** A truth value: the driver gives a boolean or a small number. */
    public static boolean truth(@Nullable Object column) {
        return column instanceof Boolean b ? b : number(column) != 0;
    }
}
