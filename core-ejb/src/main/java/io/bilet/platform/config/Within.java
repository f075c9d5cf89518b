package io.bilet.platform.config;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The range in which a setting must lie, both ends included, written as settings are; stands beside {@code
 * ConfigProperty}. An application with a setting outside of it does not start.
 */
@Documented
@Retention(RUNTIME)
@Target({FIELD, PARAMETER})
public @interface Within {

    String min();

    String max();
}
