package io.bilet.rest.change;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Takes over the connection of whoever was admitted to watch. Jakarta REST would end the answer, or keep a thread for
 * as long as somebody watches; so it only decides, and what it says of a stream itself is not sent.
 */
@WebFilter(urlPatterns = "/api/v1/events", asyncSupported = true)
public class LiveFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String ADMISSION = Admission.class.getName();

    @Inject
    transient LiveStreams streams;

    static void admit(HttpServletRequest request, Admission admission) {
        request.setAttribute(ADMISSION, admission);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Held(request, response));
        if (request.getAttribute(ADMISSION) instanceof Admission admission) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("text/event-stream;charset=UTF-8");
            AsyncContext context = request.startAsync(request, response);
            context.setTimeout(0);
            streams.open(admission, Credential.of(request), context, response.getOutputStream());
        }
    }

    /** Sends a refusal, and nothing at all once somebody is admitted. */
    private static final class Held extends HttpServletResponseWrapper {

        private static final Set<String> OF_A_BODY = Set.of("content-length", "content-type", "transfer-encoding");

        private final HttpServletRequest request;

        private Held(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        private boolean isAdmitted() {
            return request.getAttribute(ADMISSION) != null;
        }

        @Override
        public void setContentLength(int length) {
            if (!isAdmitted()) {
                super.setContentLength(length);
            }
        }

        @Override
        public void setContentLengthLong(long length) {
            if (!isAdmitted()) {
                super.setContentLengthLong(length);
            }
        }

        @Override
        public void setHeader(String name, String value) {
            if (!isAdmitted() || !OF_A_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!isAdmitted() || !OF_A_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!isAdmitted()) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return isAdmitted() ? new Nowhere() : super.getOutputStream();
        }
    }

    /** Takes what is not sent. */
    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Nothing is written here");
        }

        @Override
        public void write(int octet) {
            // Not sent.
        }
    }
}
