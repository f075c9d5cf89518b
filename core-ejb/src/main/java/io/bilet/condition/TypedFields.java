package io.bilet.condition;

import io.bilet.platform.typed.ValueRules;

/** How conditions see values whose type an administrator chose. */
public final class TypedFields {

    private TypedFields() {}

    /** The field of a key; what is free text may name people, so explanations do not copy it. */
    public static Field of(String name, ValueRules rules, String description) {
        return switch (rules.type()) {
            case TEXT -> Field.personal(name, FieldType.TEXT, description);
            case NUMBER -> Field.of(name, FieldType.NUMBER, description);
            case BOOLEAN -> Field.of(name, FieldType.FLAG, description);
            case DATE -> Field.of(name, FieldType.DATE, description);
            case CHOICE -> Field.choice(name, description, rules.choices());
            case MULTI_CHOICE -> new Field(name, FieldType.SET, description, rules.choices(), null, false, false);
        };
    }
}
