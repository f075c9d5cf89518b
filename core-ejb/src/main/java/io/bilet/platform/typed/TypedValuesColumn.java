package io.bilet.platform.typed;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Typed values as a JSON text; none at all are no text. */
@Converter
public class TypedValuesColumn implements AttributeConverter<TypedValues, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TypedValues values) {
        return values == null || values.isEmpty() ? null : values.toString();
    }

    @Override
    public TypedValues convertToEntityAttribute(@Nullable String column) {
        return column == null ? TypedValues.NONE : TypedValues.stored(column);
    }
}
