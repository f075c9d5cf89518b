package io.bilet.spi.testkit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.opentest4j.TestAbortedException;

/**
 * The far end of an extension, as the contracts need to steer it. {@link LocalHttp} is one that speaks HTTP.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public interface FarEnd {

    /** Fails for everything from now on, in a way that will pass. */
    void goDown();

    /** Takes everything again. */
    void comeBack();

    /** Does not accept the plugin's credentials from now on. */
    void refuseCredentials();

    /** From now on takes what comes and never answers; leave as it is where that cannot be. */
    default void hang() {
        throw new TestAbortedException("This far end cannot hang.");
    }

    /** From now on does what is asked for, and its answers get lost; leave as it is where that cannot be. */
    default void loseAnswers() {
        throw new TestAbortedException("This far end loses no answers.");
    }
}
