package io.bilet.rest.http.call;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Calls of the class act once per {@code Idempotency-Key}, and are tried again when the database asks for it.
 *
 * <p>Resources need no retry of their own, and must not have one: with a key, the transaction is begun outside of them.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface IdempotentCall {}
