package io.bilet.rest.http.edge;

import io.bilet.platform.error.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses whatever there is {@link Doubt} about, and ends the connection, so that nothing behind it is taken for the
 * next request. {@link Edge} does the same first, because servers call the two in any order.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OneReading extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!refused(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Refuses the request if there is any doubt. */
    static boolean refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean doubt = Doubt.isIn(request);
        if (doubt || request.getHeader("Transfer-Encoding") != null) {
            // Servers disagree about where broken chunks end, so nothing behind chunks is another request.
            response.setHeader("Connection", "close");
        }
        if (doubt) {
            Problems.write(response, Problem.INVALID_PARAMETER, "The request can be read in more than one way.");
        }
        return doubt;
    }
}
