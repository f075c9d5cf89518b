package io.bilet.rest.http.call;

import io.bilet.access.Caller;
import io.bilet.access.CurrentCaller;
import io.bilet.platform.database.Retry;
import io.bilet.platform.idempotency.Answered;
import io.bilet.platform.idempotency.CallKey;
import io.bilet.platform.idempotency.CallsInFlight;
import io.bilet.platform.idempotency.IdempotentCalls;
import io.bilet.platform.idempotency.StoredAnswer;
import io.bilet.rest.http.spec.Operation;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does what {@link IdempotentCall} says. */
@IdempotentCall
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotentCallInterceptor {

    @Inject
    Exchange exchange;

    @Inject
    CurrentCaller caller;

    @Inject
    CallsInFlight inFlight;

    @Inject
    IdempotentCalls calls;

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        if (exchange.operation().method().equals("GET")) {
            return invocation.proceed();
        }
        RepeatableRequest request = exchange.repeatable();
        if (request == null || caller.isAnonymous()) {
            return isReadAsStream() ? invocation.proceed() : Retry.of(() -> proceed(invocation));
        }
        CallKey key = new CallKey(principal(caller.get()), exchange.operation().id(), request.key());
        return inFlight.one(
                key,
                () -> isReadAsStream()
                        ? answer(key, request, invocation)
                        : Retry.of(() -> answer(key, request, invocation)));
    }

    private Response answer(CallKey key, RepeatableRequest request, InvocationContext invocation) {
        return exchange.operation().showsSecret()
                ? answerOnce(key, request, invocation)
                : AnswerCodec.response(
                        calls.answer(key, request::hash, () -> AnswerCodec.store((Response) proceed(invocation))),
                        exchange);
    }

    /** Keeps that the call was made, and not what was answered. */
    private Response answerOnce(CallKey key, RepeatableRequest request, InvocationContext invocation) {
        AtomicReference<Response> first = new AtomicReference<>();
        Answered answered = calls.answer(key, request::hash, () -> {
            Response response = (Response) proceed(invocation);
            first.set(response);
            return new StoredAnswer(response.getStatus(), "{}", null);
        });
        if (answered.replayed()) {
            throw new SecretShownOnce();
        }
        return Objects.requireNonNull(first.get(), "first");
    }

    /** A stream can be read once, so what reads it cannot be tried again. */
    private boolean isReadAsStream() {
        Operation.Body body = exchange.operation().body();
        return body != null && !body.isJson();
    }

    private static String principal(Caller caller) {
        return caller.onBehalfOf() == null ? caller.userId().toString() : caller.userId() + "/" + caller.onBehalfOf();
    }

    private static Object proceed(InvocationContext invocation) {
        try {
            return invocation.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Resources throw no checked exceptions", e);
        }
    }
}
