package io.bilet.rest.http;

import io.bilet.platform.json.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of a list parameter: {@code open,pending}. Its items were checked against the specification before. */
public final class CommaList {

    private CommaList() {}

    /** Each item read; none if the parameter is absent. */
    public static <T> List<T> of(@Nullable String list, Function<String, T> reader) {
        return list == null || list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(reader).toList();
    }

    public static <E extends Enum<E>> List<E> constants(Class<E> type, @Nullable String list, String parameter) {
        return of(list, word -> Wire.read(type, word, parameter));
    }
}
