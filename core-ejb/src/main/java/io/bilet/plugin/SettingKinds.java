package io.bilet.plugin;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.net.GuardedGet;
import io.bilet.spi.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether values are what the settings of a plugin say they must be. */
final class SettingKinds {

    private static final int TEXT_MAX = 2_000;

    private SettingKinds() {}

    /**
     * Refuses what the plugin does not know and what has not the shape it wants.
     *
     * @throws InvalidInput with one error for each
     */
    static void require(Map<String, String> values, List<Setting> settings) {
        Map<String, Setting> known = new HashMap<>();
        settings.forEach(setting -> known.put(setting.name(), setting));
        List<FieldError> errors = new ArrayList<>();
        values.forEach((name, value) -> {
            String pointer = pointer(name);
            Setting setting = known.get(name);
            if (setting == null) {
                errors.add(new FieldError(pointer, "unknown_setting", "The plugin has no setting of this name."));
            } else if (!fits(setting.kind(), value, pointer)) {
                errors.add(new FieldError(pointer, "invalid_value", expected(setting.kind())));
            }
        });
        refuse(errors);
    }

    /** Refuses that something is missing without which the plugin cannot work. */
    static void requireAll(List<String> missing) {
        refuse(missing.stream()
                .map(name -> new FieldError(pointer(name), "required", "The plugin cannot work without this setting."))
                .toList());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static String pointer(String name) {
        return "/settings/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean fits(Setting.Kind kind, String value, String pointer) {
        if (value.isBlank() || value.length() > TEXT_MAX) {
            return false;
        }
        return switch (kind) {
            case TEXT, SECRET -> true;
            case URL -> GuardedGet.parse(value, pointer).isAbsolute();
            case WHOLE_NUMBER -> value.matches("-?\\d{1,15}");
            case FLAG -> value.equals("true") || value.equals("false");
        };
    }

    private static String expected(Setting.Kind kind) {
        return switch (kind) {
            case TEXT, SECRET -> "1 to %,d characters were expected.".formatted(TEXT_MAX);
            case URL -> "An http or https address was expected.";
            case WHOLE_NUMBER -> "A whole number was expected.";
            case FLAG -> "The word true or false was expected.";
        };
    }
}
