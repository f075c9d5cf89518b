package io.bilet.spi.jar;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A jar is no plugin that this host can run; the message says why, in one English sentence. */
@API(status = Status.INTERNAL, since = "0.1")
public class PluginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * States why.
     *
     * @param reason one English sentence for the administrator
     */
    public PluginRefused(String reason) {
        super(reason);
    }
}
