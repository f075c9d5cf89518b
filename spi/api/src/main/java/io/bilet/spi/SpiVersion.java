package io.bilet.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A version of the SPI, as {@code major.minor}.
 *
 * @param major between 0 and 999; a different one means that something stable broke
 * @param minor between 0 and 999; a higher one means that something was added
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
public record SpiVersion(int major, int minor) {

    /** The version of the SPI in this jar. */
    public static final SpiVersion CURRENT = new SpiVersion(0, 2);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads {@code major.minor}.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public static SpiVersion parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A version of the SPI looks like 1.3.");
        }
        return new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a host of this version can run a plugin that was compiled against {@code plugins}. */
    public boolean runs(SpiVersion plugins) {
        return plugins.major == major && plugins.minor <= minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
