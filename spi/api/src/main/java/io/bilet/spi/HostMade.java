package io.bilet.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Marks an interface that the host makes. Plugins read it and must not implement it, so that it can grow by methods
 * with any minor version.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HostMade {}
