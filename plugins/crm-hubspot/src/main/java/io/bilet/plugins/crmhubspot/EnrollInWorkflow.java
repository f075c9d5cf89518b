package io.bilet.plugins.crmhubspot;

import static io.bilet.plugins.support.JsonApi.encoded;

import io.bilet.plugins.crmhubspot.Contacts.Contact;
import io.bilet.plugins.support.JsonApi;
import io.bilet.plugins.support.JsonApi.Request;
import io.bilet.plugins.support.JsonTree;
import io.bilet.plugins.support.Patience;
import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.PluginStore;
import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.ActionRequest;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.InputField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a contact into a workflow. HubSpot knows no idempotency keys; what was done is kept in the plugin's store, and
 * when an answer was lost HubSpot is asked whether the contact is in the workflow already.
 */
final class EnrollInWorkflow implements CustomerAction {

    private final JsonApi api;
    private final Contacts contacts;
    private final PluginStore store;

    EnrollInWorkflow(JsonApi api, Contacts contacts, PluginStore store) {
        this.api = api;
        this.contacts = contacts;
        this.store = store;
    }

    @Override
    public String name() {
        return "enroll_in_workflow";
    }

    @Override
    public String title() {
        return "Enroll in a HubSpot workflow";
    }

    @Override
    public List<InputField> fields() {
        return List.of(InputField.required(
                "workflow_id", InputField.Kind.WHOLE_NUMBER, "The number of a contact-based workflow."));
    }

    @Override
    public ActionPlan rehearse(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
        Patience patience = Patience.of(request.timeout());
        Optional<Contact> contact = contacts.find(request.customer(), patience);
        if (contact.isEmpty()) {
            return new ActionPlan.Impossible("HubSpot does not know this customer.");
        }
        Optional<JsonTree> workflow = workflow(request, patience);
        if (workflow.isEmpty()) {
            return new ActionPlan.Impossible("HubSpot has no workflow with this number.");
        }
        if (!workflow.get().truth("enabled")) {
            return new ActionPlan.Impossible("The workflow is switched off in HubSpot.");
        }
        return new ActionPlan.Possible(
                "The contact would be enrolled in the workflow \"%s\"."
                        .formatted(workflow.get().text("name").orElse("without a name")),
                Optional.empty());
    }

    @Override
    public ActionOutcome run(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
        Optional<PluginStore.Entry> done = store.get(key(request));
        if (done.isPresent()) {
            return done(done.get().value());
        }
        if (rehearse(request) instanceof ActionPlan.Impossible impossible) {
            return new ActionOutcome.Refused(impossible.reason());
        }
        Patience patience = Patience.of(request.timeout());
        Optional<Contact> contact = contacts.find(request.customer(), patience);
        if (contact.isEmpty()) {
            return new ActionOutcome.Refused("HubSpot does not know this customer.");
        }
        if (!isEnrolled(contact.get(), request, patience)) {
            String path = "/automation/v2/workflows/%s/enrollments/contacts/%s"
                    .formatted(
                            encoded(workflowId(request)), encoded(contact.get().email()));
            Request call = new Request("POST", path, Map.of(), Optional.of(""));
            if (api.send(call, Set.of(204, 404), patience).status() == 404) {
                return new ActionOutcome.Refused("HubSpot has no such workflow for contacts.");
            }
        }
        String reference = "workflow-%s-contact-%s"
                .formatted(workflowId(request), contact.get().id());
        store.put(key(request), reference, 0);
        return done(reference);
    }

    private boolean isEnrolled(Contact contact, ActionRequest request, Patience patience)
            throws FarEndUnavailable, FarEndRefused {
        Request call = Request.get("/automation/v2/workflows/enrollments/contacts/" + encoded(contact.id()));
        JsonApi.Reply enrolled = api.send(call, Set.of(200, 404), patience);
        if (enrolled.status() == 404) {
            return false;
        }
        String wanted = workflowId(request);
        return JsonTree.objects(enrolled.body()).stream()
                .anyMatch(workflow -> workflow.text("id").filter(wanted::equals).isPresent());
    }

    private Optional<JsonTree> workflow(ActionRequest request, Patience patience)
            throws FarEndUnavailable, FarEndRefused {
        return api.find("/automation/v3/workflows/" + encoded(workflowId(request)), patience);
    }

    private static String workflowId(ActionRequest request) {
        return request.input().getOrDefault("workflow_id", "");
    }

    private static String key(ActionRequest request) {
        return "enrolled/" + request.id();
    }

    private static ActionOutcome done(String reference) {
        return new ActionOutcome.Done(reference, "The contact is enrolled in the workflow.");
    }
}
