package io.bilet.rest.trial;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.JobsApi;
import io.bilet.job.JobId;
import io.bilet.job.JobLedger;
import io.bilet.rest.http.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Jobs over HTTP. */
@ApiResource
@Path(JobsApi.BASE_PATH)
public class JobsResource implements JobsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    JobLedger jobs;

    @Override
    public Response getJob(String jobId) {
        return Response.ok(JobJson.of(jobs.get(caller.get(), JobId.parse(jobId))))
                .build();
    }

    @Override
    public Response deleteJob(String jobId) {
        jobs.cancel(caller.get(), JobId.parse(jobId));
        return Response.noContent().build();
    }
}
