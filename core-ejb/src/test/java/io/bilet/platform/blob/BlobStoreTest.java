package io.bilet.platform.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.NotFound;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {

    private static final long ROOMY = 1_000_000;

    @TempDir
    Path directory;

    @Test
    void what_was_put_is_read_back_bit_for_bit_under_its_digest() throws IOException {
        byte[] content = "Grüße, ağaç, 日本".getBytes(UTF_8);

        Blob blob = store().put(new ByteArrayInputStream(content), ROOMY);

        assertThat(blob).isEqualTo(new Blob(Sha256.of(content), content.length));
        try (InputStream stored = store().open(blob.sha256())) {
            assertThat(stored).hasBinaryContent(content);
        }
    }

    @Test
    void equal_content_is_kept_once() throws IOException {
        store().put(stream("twice"), ROOMY);
        store().put(stream("twice"), ROOMY);

        assertThat(files()).hasSize(1);
    }

    @Test
    void a_file_over_the_limit_is_refused_and_leaves_nothing_behind() {
        assertThatThrownBy(() -> store().put(stream("123456"), 5)).isInstanceOf(BlobTooLarge.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_of_exactly_the_limit_is_kept() throws IOException {
        assertThat(store().put(stream("12345"), 5).bytes()).isEqualTo(5);
    }

    @Test
    void a_source_that_breaks_off_leaves_nothing_behind() {
        InputStream breaking = new FilterInputStream(stream("the beginning")) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = super.read(target, offset, length);
                if (n < 0) {
                    throw new IOException("cut off");
                }
                return n;
            }
        };

        assertThatThrownBy(() -> store().put(breaking, ROOMY)).isInstanceOf(IOException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void an_unknown_digest_is_not_found() {
        assertThatThrownBy(() -> store().open(Sha256.of("never stored"))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_directory_that_cannot_be_written_is_reported_as_unavailable() throws IOException {
        Path notADirectory = Files.createFile(directory.resolve("taken"));

        assertThatThrownBy(() -> new BlobStore(notADirectory.toString()).put(stream("x"), ROOMY))
                .isInstanceOf(BlobStoreUnavailable.class);
    }

    @Test
    void files_are_readable_by_the_server_alone() throws IOException {
        store().put(stream("private"), ROOMY);

        assertThat(Files.getPosixFilePermissions(files().get(0)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private BlobStore store() {
        return new BlobStore(directory.toString());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
