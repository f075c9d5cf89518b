package io.bilet.spi.customer;

import java.math.BigDecimal;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a fact says.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface FactValue {

    /**
     * Words.
     *
     * @param text 1 to 500 characters
     */
    record Text(String text) implements FactValue {}

    /**
     * A number.
     *
     * @param number with at most 9 digits after the point
     */
    record Quantity(BigDecimal number) implements FactValue {}

    /**
     * Yes or no.
     *
     * @param yes which of both
     */
    record Flag(boolean yes) implements FactValue {}

    /**
     * A point in time.
     *
     * @param at UTC
     */
    record Moment(Instant at) implements FactValue {}

    /**
     * Money.
     *
     * @param money how much
     */
    record Amount(Money money) implements FactValue {}
}
