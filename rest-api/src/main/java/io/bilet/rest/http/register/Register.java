package io.bilet.rest.http.register;

import io.bilet.access.CurrentCaller;
import io.bilet.audit.AuditLog;
import io.bilet.audit.AuditLog.Done;
import io.bilet.audit.LogEntry.Change;
import io.bilet.rest.http.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers for what administrators keep. A change is made in the transaction that writes it down in the audit log, so
 * the work given here must do nothing that cannot be undone with it.
 */
@ApplicationScoped
public class Register {

    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    @Inject
    CurrentCaller caller;

    @Inject
    AuditLog log;

    /** It is there. */
    public <T> Response found(Kind<T> kind, T one) {
        return answer(Response.ok(), kind, one);
    }

    /** Makes one and shows it. */
    public <T> Response created(Kind<T> kind, Supplier<T> work) {
        T one = create(kind, work);
        return answer(at(kind, one), kind, one);
    }

    /** Changes one and shows it. */
    public <T> Response updated(Kind<T> kind, Supplier<T> present, Supplier<T> work) {
        return found(kind, update(kind, present, work));
    }

    /** Removes one. */
    public <T> Response removed(Kind<T> kind, Supplier<T> present, Runnable work) {
        record(() -> {
            T last = present.get();
            Change change = change(kind, last, "removed", Changes.between(kind.shown(last), NOTHING));
            work.run();
            return new Done<>(change, Optional.of(change));
        });
        return Response.noContent().build();
    }

    /** Makes one that is shown otherwise. */
    public <T> T create(Kind<T> kind, Supplier<T> work) {
        return record(() -> {
            T made = work.get();
            return new Done<>(
                    made, Optional.of(change(kind, made, "created", Changes.between(NOTHING, kind.shown(made)))));
        });
    }

    /** Changes one that is shown otherwise. */
    public <T> T update(Kind<T> kind, Supplier<T> present, Supplier<T> work) {
        return record(() -> {
            T one = present.get();
            int version = kind.version().applyAsInt(one);
            JsonObject before = kind.shown(one);
            T after = work.get();
            JsonArray fields = Changes.between(before, kind.shown(after));
            boolean same = fields.isEmpty() && version == kind.version().applyAsInt(after);
            return new Done<>(after, same ? Optional.empty() : Optional.of(change(kind, after, "updated", fields)));
        });
    }

    /**
     * Does something that is not a change of one thing's fields.
     *
     * @param type what is done, such as {@code group.member_added}
     */
    public <R> R note(String type, Object subjectId, JsonArray fields, Supplier<R> work) {
        return record(() -> new Done<>(work.get(), Optional.of(new Change(type, subjectId.toString(), fields))));
    }

    /** The beginning of the answer to one just made. */
    public static <T> ResponseBuilder at(Kind<T> kind, T one) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, kind.location(one).toString());
    }

    private <R> R record(Supplier<Done<R>> work) {
        return log.record(caller.get().actor(), work);
    }

    private static <T> Change change(Kind<T> kind, T one, String what, JsonArray fields) {
        return new Change(kind.name() + "." + what, kind.idOf(one), fields);
    }

    private static <T> Response answer(ResponseBuilder response, Kind<T> kind, T one) {
        return response.tag(Etag.of(kind.version().applyAsInt(one)))
                .entity(kind.json().apply(one))
                .build();
    }
}
