package io.bilet.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Everybody who works on a queue. */
@ApplicationScoped
public class Workers {

    @Inject
    @Any
    private Instance<Worker> beans;

    @Inject
    @Any
    private Instance<WorkerSource> sources;

    public Stream<Worker> all() {
        return Stream.concat(beans.stream(), sources.stream().flatMap(source -> source.workers().stream()));
    }
}
