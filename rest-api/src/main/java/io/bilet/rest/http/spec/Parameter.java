package io.bilet.rest.http.spec;

import io.bilet.platform.json.StoredJson;
import io.bilet.rest.http.schema.Findings;
import io.bilet.rest.http.schema.Schema;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parameter of an operation, as the specification describes it.
 *
 * @param type of the value, or of each item of a list
 * @param itemsMax how many items the value may have, separated by commas; 0 if it is no list
 */
public record Parameter(String name, String type, int itemsMax, boolean required, Schema schema) {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** Looks at the values a client gave; one at most, whatever it stands for. */
    public void check(List<String> values, Findings findings) {
        if (values.size() > 1) {
            refuse(findings, "given_twice", "This parameter may be given once.");
        } else if (itemsMax > 0) {
            checkItems(values.get(0).split(",", -1), findings);
        } else {
            checkItem(values.get(0), findings);
        }
    }

    private void checkItems(String[] items, Findings findings) {
        if (items.length > itemsMax) {
            refuse(findings, "item_count", "At most %d items are read.".formatted(itemsMax));
        } else {
            Arrays.stream(items).forEach(item -> checkItem(item, findings));
        }
    }

    private void checkItem(String text, Findings findings) {
        switch (type) {
            case "integer" -> checkNumber(text, findings);
            case "boolean" -> {
                if (!text.equals("true") && !text.equals("false")) {
                    refuse(findings, "type", "true or false is expected.");
                }
            }
            default -> checkText(text, findings);
        }
    }

    private void checkNumber(String text, Findings findings) {
        if (WHOLE.matcher(text).matches()) {
            schema.check(StoredJson.number(Long.parseLong(text)), name, findings);
        } else {
            refuse(findings, "type", "A whole number is expected.");
        }
    }

    /** Whatever is wrong with a text in an address, it cannot be what the client meant: there are no rules to break. */
    private void checkText(String text, Findings findings) {
        Findings rules = new Findings(false);
        JsonValue value = StoredJson.text(text);
        schema.check(value, name, rules);
        if (text.indexOf('\0') >= 0) {
            refuse(findings, "invalid_character", "A text has no NUL.");
        }
        rules.malformed().forEach(error -> refuse(findings, error.code(), error.detail()));
        rules.invalid().forEach(error -> refuse(findings, error.code(), error.detail()));
    }

    private void refuse(Findings findings, String code, String detail) {
        findings.malformed(name, code, detail);
    }
}
