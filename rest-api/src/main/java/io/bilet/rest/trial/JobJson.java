package io.bilet.rest.trial;

import io.bilet.api.v1.model.JobProgress;
import io.bilet.api.v1.model.JobStatus;
import io.bilet.job.Job;

/** Jobs as the API shows them. */
public final class JobJson {

    private JobJson() {}

    public static io.bilet.api.v1.model.Job of(Job job) {
        return new io.bilet.api.v1.model.Job()
                .id(job.id().toString())
                .kind(job.kind())
                .status(JobStatus.valueOf(job.status().name()))
                .progress(new JobProgress().done(job.done()).total(job.total()))
                .resultUrl("/api/v1/" + job.kind().replace('_', '-') + "s/" + job.id())
                .createdAt(job.createdAt())
                .endedAt(job.endedAt());
    }
}
