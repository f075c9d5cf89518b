package io.bilet.spi.customer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A kind of fact that a source can tell; rules and screens are made of these before any fact is there.
 *
 * @param name 2 to 40 lower-case letters, digits and underscores, beginning with a letter
 * @param kind which {@link FactValue} it has
 * @param description one English sentence, 1 to 300 characters
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public record FactType(String name, Kind kind, String description) {

    /** Which {@link FactValue} a fact has. */
    public enum Kind {
        /** A {@link FactValue.Text}. */
        TEXT,
        /** A {@link FactValue.Quantity}. */
        NUMBER,
        /** A {@link FactValue.Flag}. */
        FLAG,
        /** A {@link FactValue.Moment}. */
        MOMENT,
        /** A {@link FactValue.Amount}. */
        AMOUNT;

        /** Whether this value is of this kind. */
        public boolean fits(FactValue value) {
            return this == of(value);
        }

        private static Kind of(FactValue value) {
            if (value instanceof FactValue.Text) {
                return TEXT;
            } else if (value instanceof FactValue.Quantity) {
                return NUMBER;
            } else if (value instanceof FactValue.Flag) {
                return FLAG;
            }
            return value instanceof FactValue.Moment ? MOMENT : AMOUNT;
        }
    }
}
