package io.bilet.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** Who does which kind of job. */
@ApplicationScoped
class JobTasks {

    @Inject
    @Any
    private Instance<JobTask> all;

    Set<String> kinds() {
        return all.stream().map(JobTask::kind).collect(Collectors.toUnmodifiableSet());
    }

    JobTask of(String kind) {
        return all.stream()
                .filter(task -> task.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does jobs of the kind " + kind));
    }
}
