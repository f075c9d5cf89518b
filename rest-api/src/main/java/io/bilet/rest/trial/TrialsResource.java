package io.bilet.rest.trial;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.TrialsApi;
import io.bilet.api.v1.model.FindingPage;
import io.bilet.api.v1.model.NewTrial;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.trial.FindingRepository;
import io.bilet.trial.TrialAdmin;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Trials over HTTP. */
@ApiResource
@Path(TrialsApi.BASE_PATH)
public class TrialsResource implements TrialsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TrialAdmin trials;

    @Inject
    FindingRepository findings;

    @Inject
    Paging paging;

    @Override
    public Response createTrial(NewTrial body) {
        Job job = trials.begin(caller.get(), TrialJson.toDraft(body));
        return Response.accepted(JobJson.of(job))
                .location(URI.create("jobs/" + job.id()))
                .build();
    }

    @Override
    public Response getTrial(String trialId) {
        return Response.ok(TrialJson.of(trials.get(caller.get(), JobId.parse(trialId))))
                .build();
    }

    @Override
    public Response listTrialFindings(String trialId, ListTrialFindingsQuery query) {
        JobId id = trials.get(caller.get(), JobId.parse(trialId)).id();
        return paging.answer(
                findings.of(id, paging.begin(query.cursor), paging.limit(query.limit))
                        .map(TrialJson::of),
                (items, next) -> new FindingPage().items(items).next(next));
    }
}
