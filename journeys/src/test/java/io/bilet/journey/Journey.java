package io.bilet.journey;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Drives the one server of this run from outside; the application is on it already ({@link OneDeployment}). */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
@ExtendWith(ArquillianExtension.class)
public @interface Journey {}
