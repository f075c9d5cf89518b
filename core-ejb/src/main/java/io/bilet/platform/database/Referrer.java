package io.bilet.platform.database;

import java.util.UUID;

/** Whoever keeps ids that no foreign key guards, and so must be asked before what they name is removed. */
public interface Referrer {

    /** Whether {@code id} is still named here. */
    boolean mentions(UUID id);
}
