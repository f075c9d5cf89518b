package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** C06: a body sets what it may set, and nothing a read model shows besides. */
@Journey
class C06MassAssignmentIT {

    private static final List<String> COVETED = List.of(
            "tenantId",
            "tenant_id",
            "accountId",
            "account_id",
            "id",
            "roles",
            "version",
            "createdAt",
            "created_at",
            "updated_at",
            "isAdmin",
            "is_admin",
            "passwordHash",
            "password",
            "verified",
            "ownerId",
            "permissions",
            "secret_hash",
            "number",
            "__proto__",
            "constructor",
            "class");

    @Test
    void c06_a_field_that_is_not_to_be_written_is_refused_by_name_in_every_operation() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operationsWithJson()) {
            for (String field : unwritable(op)) {
                Answer answer = send(op, op.mediaType(), "{\"" + field + "\":\"x\"}");
                all.assertThat(answer.status()).as("%s with %s", op, field).isEqualTo(400);
                all.assertThat(answer.body()).as("%s with %s", op, field).contains("\"pointer\":\"/" + field + "\"");
            }
        }

        all.assertAll();
    }

    @Test
    void c06_a_field_under_another_spelling_is_another_field() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operationsWithJson()) {
            for (String field : op.bodyProperties()) {
                for (String spelling : Set.of(field.toUpperCase(Locale.ROOT), camel(field), " " + field)) {
                    if (!op.bodyProperties().contains(spelling)) {
                        all.assertThat(send(op, op.mediaType(), "{\"" + spelling + "\":null}")
                                        .status())
                                .as("%s with %s", op, spelling)
                                .isEqualTo(400);
                    }
                }
            }
        }

        all.assertAll();
    }

    @Test
    void c06_a_field_given_twice_is_refused_in_every_operation() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operationsWithJson()) {
            String field = op.bodyProperties().iterator().next();
            all.assertThat(send(op, op.mediaType(), "{\"" + field + "\":null,\"" + field + "\":null}")
                            .status())
                    .as(op.toString())
                    .isEqualTo(400);
        }

        all.assertAll();
    }

    @Test
    void c06_forms_and_other_patches_are_not_taken_for_json() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operationsWithJson()) {
            for (String form : List.of(
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json-patch+json")) {
                all.assertThat(send(op, form, "[]").status())
                        .as("%s as %s", op, form)
                        .isEqualTo(415);
            }
        }

        all.assertAll();
    }

    private static Set<String> unwritable(Spec.Op op) {
        Set<String> fields = new TreeSet<>(COVETED);
        for (String model : List.of("Ticket", "User", "Token", "Agent", "Comment")) {
            fields.addAll(Spec.properties(model));
        }
        fields.removeAll(op.bodyProperties());
        assertThat(fields).isNotEmpty();
        return fields;
    }

    private static Answer send(Spec.Op op, String mediaType, String body) {
        DeskDriver admin = DeskDriver.asAdmin();
        var request = admin.request(op.pathOfNothing())
                .header("Content-Type", mediaType)
                .method(op.method(), BodyPublishers.ofString(body));
        if (!op.method().equals("POST")) {
            request.header("If-Match", "*");
        }
        return admin.send(request, body);
    }

    private static String camel(String field) {
        int mark = field.indexOf('_');
        return mark < 0
                ? field + "_"
                : field.substring(0, mark) + Character.toUpperCase(field.charAt(mark + 1)) + field.substring(mark + 2);
    }
}
