package io.bilet.platform.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where the next page begins; empty on the last one
 */
public record Slice<T>(List<T> items, Optional<Position> next) {

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows of which one more than {@code limit} was asked for, to learn whether there is a next page.
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Position> position) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, Optional.empty());
        }
        return new Slice<>(rows.subList(0, limit), Optional.of(position.apply(rows.get(limit - 1))));
    }

    public <R> Slice<R> map(Function<? super T, R> change) {
        return new Slice<>(items.stream().<R>map(change).toList(), next);
    }
}
