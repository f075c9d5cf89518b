package io.bilet.rest.http;

import io.bilet.access.Caller;
import io.bilet.access.CurrentCaller;
import io.bilet.access.Permission;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.InvalidParameter;
import io.bilet.rest.http.call.Exchange;
import io.bilet.rest.http.edge.SignedIn;
import io.bilet.rest.http.schema.Findings;
import io.bilet.rest.http.spec.Operation;
import io.bilet.rest.http.spec.Operations;
import io.bilet.rest.http.spec.Parameter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every operation: who calls, how often, whether they may, whether the parameters can be understood. What
 * the specification does not know is refused, so that nothing is open because somebody forgot it.
 */
@Provider
@ApplicationScoped
public class Gate implements DynamicFeature {

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Exchange exchange;

    @Inject
    RateLimits rateLimits;

    @Inject
    IncomingBody body;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        String name = resource.getResourceMethod().getName();
        context.register(new Keeper(Operations.bundled().find(name).orElse(null), this));
    }

    private void admit(Operation operation, ContainerRequestContext request) {
        exchange.begins(operation, request.getUriInfo());
        Principal principal = request.getSecurityContext().getUserPrincipal();
        if (principal instanceof SignedIn signedIn) {
            currentCaller.identify(signedIn.caller());
            countCall(signedIn.caller());
            requirePermission(operation, signedIn.caller());
        } else if (!operation.isPublic()) {
            throw new Unauthenticated();
        }
        requireKnownParameters(operation, request.getUriInfo().getQueryParameters());
        body.receive(operation, request);
    }

    private void countCall(Caller caller) {
        RateLimits.Verdict verdict = rateLimits.count(caller);
        exchange.answerWith("RateLimit-Policy", verdict.policy());
        exchange.answerWith("RateLimit", verdict.state());
        if (!verdict.allowed()) {
            exchange.answerWith("Retry-After", Long.toString(Math.max(1, verdict.retrySeconds())));
            throw new TooManyRequests();
        }
    }

    private static void requirePermission(Operation operation, Caller caller) {
        if (!operation.isPublic() && operation.permissions().stream().noneMatch(caller::may)) {
            throw new Forbidden(operation.permissions().stream()
                    .map(Permission::toString)
                    .sorted()
                    .collect(Collectors.joining(" or ")));
        }
    }

    private static void requireKnownParameters(Operation operation, MultivaluedMap<String, String> given) {
        Findings findings = new Findings(false);
        given.forEach((name, values) -> {
            Parameter parameter = operation.query().get(name);
            if (parameter == null) {
                findings.malformed(name, "unknown_parameter", "There is no such parameter here.");
            } else {
                parameter.check(values, findings);
            }
        });
        for (Parameter parameter : operation.query().values()) {
            if (parameter.required() && !given.containsKey(parameter.name())) {
                findings.malformed(parameter.name(), "required", "This parameter is required.");
            }
        }
        if (!findings.malformed().isEmpty()) {
            throw new InvalidParameter(findings.malformed());
        }
        if (!findings.invalid().isEmpty()) {
            throw new InvalidInput(findings.invalid());
        }
    }

    /** The gate of one operation. */
    @Priority(Priorities.AUTHENTICATION)
    private record Keeper(@Nullable Operation operation, Gate gate) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (operation == null) {
                throw new Forbidden("of an operation that is in the specification");
            }
            gate.admit(operation, request);
        }
    }
}
