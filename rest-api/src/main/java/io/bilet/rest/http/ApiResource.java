package io.bilet.rest.http;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.bilet.rest.http.call.IdempotentCall;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A class that serves operations of the API: one per request, and every call of it idempotent. */
@Stereotype
@RequestScoped
@IdempotentCall
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface ApiResource {}
