package io.bilet.rest.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the types that Jakarta REST does not know; the gate has checked their form. */
@Provider
public class Converters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // each converter is of the class it is given out for
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == Instant.class) {
            return (ParamConverter<T>) new Reading<>(Instant::parse);
        }
        return type == LocalDate.class ? (ParamConverter<T>) new Reading<>(LocalDate::parse) : null;
    }

    private record Reading<T>(Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null || text.isEmpty() ? null : reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
