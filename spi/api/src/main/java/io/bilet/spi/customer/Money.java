package io.bilet.spi.customer;

import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An amount of money.
 *
 * @param minorUnits in the smallest unit of the currency: cents for {@code EUR}, yen for {@code JPY}
 * @param currency three capital letters (ISO 4217)
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public record Money(long minorUnits, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Checks the shapes above. */
    public Money {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("A currency is three capital letters.");
        }
    }
}
