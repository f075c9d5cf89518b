package io.bilet.rest.http;

import io.bilet.rest.http.call.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finishes every answer of an operation: the headers of its stations, no body for who has it already, no host names.
 */
@Provider
@ApplicationScoped
public class Answer implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null) {
            // What the client called us must not come back in a link: the Host header can say anything.
            response.getHeaders().putSingle(HttpHeaders.LOCATION, location.getRawPath());
        }
        exchange.headers().forEach(response.getHeaders()::putSingle);
        EntityTag tag = response.getEntityTag();
        if (tag != null
                && response.getStatus() == OK
                && isKnown(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setEntity(null);
            response.setStatus(NOT_MODIFIED);
        }
    }

    /** Whether the client has this version: tags are compared weakly (RFC 9110 §13.1.2). */
    static boolean isKnown(EntityTag tag, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        String mine = "\"" + tag.getValue() + "\"";
        return ifNoneMatch.trim().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(given -> given.trim().replaceFirst("^W/", ""))
                        .anyMatch(mine::equals);
    }
}
