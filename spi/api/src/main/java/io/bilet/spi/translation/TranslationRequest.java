package io.bilet.spi.translation;

import io.bilet.spi.HostMade;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A text to translate.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface TranslationRequest {

    /** 1 to 65,536 characters; personal data. */
    String text();

    /** Whether the text is HTML; its elements are then kept and only what people read is translated. */
    boolean html();

    /** The text's language as a BCP 47 tag such as {@code tr}; empty if the translator is to find out. */
    Optional<String> from();

    /** The wanted language as a BCP 47 tag such as {@code en} or {@code pt-BR}. */
    String to();

    /**
     * Words of {@link #from()} and what they are called in {@link #to()}; 0 to 100 of them, only where {@code from} is
     * told.
     */
    Map<String, String> glossary();

    /** How long the host waits; 1 to 30 seconds. */
    Duration timeout();
}
