package io.bilet.rest.docs;

import io.bilet.platform.error.Problem;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers at the type URIs of {@link Problem}s; they lie beside the API, because they outlive its versions. */
@WebServlet("/problems/*")
public class ProblemPagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<ProblemPage> page = ProblemPage.of(path.substring(1));
        if (page.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.getOutputStream().write(page.get().html().getBytes(StandardCharsets.UTF_8));
    }
}
