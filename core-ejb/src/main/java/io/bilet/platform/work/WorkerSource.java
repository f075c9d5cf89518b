package io.bilet.platform.work;

import java.util.Collection;

/** Supplies workers that are known only at run time, one per plugin for instance. Implementations are CDI beans. */
public interface WorkerSource {

    /** The same workers at each call, for as long as they exist. */
    Collection<? extends Worker> workers();
}
