package io.bilet.rest.http.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.platform.blob.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class RepeatableRequestTest {

    @Test
    void the_digest_is_of_the_whole_body_whether_it_was_read_or_not() throws Exception {
        RepeatableRequest read = request("a body");
        RepeatableRequest unread = request("a body");
        RepeatableRequest half = request("a body");
        read.body().readAllBytes();
        half.body().readNBytes(2);

        assertThat(read.hash()).isEqualTo(Sha256.of("a body"));
        assertThat(unread.hash()).isEqualTo(read.hash());
        assertThat(half.hash()).isEqualTo(read.hash());
    }

    @Test
    void asked_again_it_is_the_same() throws Exception {
        RepeatableRequest request = request("a body");

        assertThat(request.hash()).isEqualTo(request.hash());
    }

    @Test
    void a_body_that_was_closed_after_its_end_is_not_read_again() throws Exception {
        RepeatableRequest request =
                new RepeatableRequest("key", MessageDigest.getInstance("SHA-256"), closing("a body"));
        request.body().readAllBytes();
        request.body().close();

        assertThat(request.hash()).isEqualTo(Sha256.of("a body"));
    }

    private static RepeatableRequest request(String body) throws Exception {
        return new RepeatableRequest(
                "key", MessageDigest.getInstance("SHA-256"), new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static ByteArrayInputStream closing(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8)) {
            private boolean closed;

            @Override
            public void close() {
                closed = true;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (closed) {
                    throw new java.io.UncheckedIOException(new IOException("closed"));
                }
                return super.read(buffer, offset, length);
            }
        };
    }
}
