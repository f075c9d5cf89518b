package io.bilet.journey.security;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** C20: nothing a client sends makes an object of a class it names. */
@Journey
class C20ObjectsIT {

    @Test
    void c20_serialized_objects_yaml_and_xml_are_taken_by_no_operation() throws IOException {
        Map<String, byte[]> bodies = Map.of(
                "application/x-java-serialized-object", serialized(),
                "application/yaml", "!!javax.script.ScriptEngineManager []".getBytes(StandardCharsets.UTF_8),
                "application/xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
                                .getBytes(StandardCharsets.UTF_8));
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operations().stream().filter(Spec.Op::writes).toList()) {
            bodies.forEach((type, body) -> all.assertThat(send(op, type, body).status())
                    .as("%s as %s", op, type)
                    .isEqualTo(415));
        }

        all.assertAll();
    }

    @Test
    void c20_a_class_named_in_json_is_an_unknown_field_in_every_operation() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operationsWithJson()) {
            for (String name : List.of("@class", "@type", "@c", "$type", "class", "javaClass", "_class", "type_hint")) {
                if (!op.bodyProperties().contains(name)) {
                    Answer answer = send(op, "{\"" + name + "\":\"java.net.URL\"}");
                    all.assertThat(answer.status()).as("%s with %s", op, name).isEqualTo(400);
                }
            }
        }

        all.assertAll();
    }

    @Test
    void c20_no_field_of_any_operation_takes_a_typed_object() {
        SoftAssertions all = new SoftAssertions();

        for (Spec.Op op : Spec.operationsWithJson()) {
            for (Map.Entry<String, String> typed : typed(op.bodyProperties()).entrySet()) {
                Answer answer = send(op, typed.getValue());
                all.assertThat(answer.status())
                        .as("%s with %s: %s", op, typed.getValue(), answer.body())
                        .isIn(400, 404, 422);
            }
        }

        all.assertAll();
    }

    private static Map<String, String> typed(Set<String> fields) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String field : fields) {
            bodies.put(field, "{\"%s\":{\"@class\":\"java.net.URL\",\"val\":\"http://127.0.0.1/\"}}".formatted(field));
            bodies.put(field + "[]", "{\"%s\":[\"java.net.URL\",\"http://127.0.0.1/\"]}".formatted(field));
        }
        return bodies;
    }

    private static Answer send(Spec.Op op, String body) {
        return send(op, op.mediaType(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer send(Spec.Op op, String mediaType, byte[] body) {
        DeskDriver admin = DeskDriver.asAdmin();
        var request = admin.request(op.pathOfNothing())
                .header("Content-Type", mediaType)
                .method(op.method(), BodyPublishers.ofByteArray(body));
        if (!op.method().equals("POST")) {
            request.header("If-Match", "*");
        }
        return admin.send(request, "");
    }

    private static byte[] serialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new java.util.HashMap<>(Map.of("a", "b")));
        }
        return bytes.toByteArray();
    }
}
