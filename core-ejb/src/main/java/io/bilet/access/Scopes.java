package io.bilet.access;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a token is good for: names of permissions, or of everything there is to do with a resource, as in
 * {@code tickets.*}. A scope never gives more than the role of the token's user.
 */
public record Scopes(List<String> names) {

    /** More would not fit the column and says nothing that {@code tickets.*} does not. */
    private static final int COUNT_MAX = 50;

    private static final Pattern BLANK = Pattern.compile(" ");

    public Scopes {
        names = List.copyOf(names);
    }

    /**
     * Reads what a client asked for.
     *
     * @throws InvalidInput naming each scope that does not exist
     */
    public static Scopes read(Collection<String> names, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        int index = 0;
        for (String name : names) {
            if (meaning(name).findAny().isEmpty()) {
                errors.add(new FieldError(pointer + "/" + index, "unknown_scope", "There is no such scope."));
            }
            index++;
        }
        if (names.isEmpty() || names.size() > COUNT_MAX) {
            errors.add(
                    new FieldError(pointer, "scope_count", "Between 1 and %d scopes are needed.".formatted(COUNT_MAX)));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new Scopes(names.stream().distinct().sorted().toList());
    }

    /** Reads the column, or the {@code scope} claim of a token; names without a meaning here are passed over. */
    public static Scopes parse(String text) {
        return new Scopes(
                BLANK.splitAsStream(text).filter(name -> !name.isEmpty()).toList());
    }

    public Set<Permission> permissions() {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        names.stream().flatMap(Scopes::meaning).forEach(all::add);
        return all;
    }

    /** The names, separated by blanks. */
    @Override
    public String toString() {
        return String.join(" ", names);
    }

    private static Stream<Permission> meaning(String name) {
        if (name.endsWith(".*")) {
            String resource = name.substring(0, name.length() - 1);
            return Stream.of(Permission.values())
                    .filter(permission -> permission.toString().startsWith(resource));
        }
        return Permission.named(name).stream();
    }
}
