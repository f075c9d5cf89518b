package io.bilet.spi.customer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something known about a customer.
 *
 * @param name one of the source's {@linkplain CustomerFacts#types() types}
 * @param value of that type's kind
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public record Fact(String name, FactValue value) {}
