package io.bilet.rest.http.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;

/** A list. */
record ArraySchema(Schema items, int countMin, int countMax) implements Schema {

    @Override
    public void check(JsonValue value, String pointer, Findings findings) {
        if (!(value instanceof JsonArray array)) {
            findings.malformed(pointer, "type", "A list is expected.");
            return;
        }
        if (array.size() < countMin || array.size() > countMax) {
            findings.invalid(
                    pointer, "item_count", "%s items are expected.".formatted(ObjectSchema.range(countMin, countMax)));
            return;
        }
        for (int i = 0; i < array.size() && !findings.isFull(); i++) {
            items.check(array.get(i), pointer + "/" + i, findings);
        }
    }
}
