package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Journey
@Tag("payara")
class StartIT {

    @Test
    void a_stranger_is_told_to_sign_in() {
        Answer answer = DeskDriver.asStranger().tryGet("me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void the_specification_is_served_to_everybody() {
        Answer answer = DeskDriver.asStranger().tryGet("openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("openapi")).startsWith("3.0");
    }

    @Test
    void nothing_behind_the_application_is_served() {
        URI root = Suite.current().api().resolve("/");

        for (String hidden : new String[] {"WEB-INF/web.xml", "META-INF/MANIFEST.MF", "wildfly-services/ejb"}) {
            Answer answer = DeskDriver.at(root, "").tryGet(hidden);
            assertThat(answer.status()).as(hidden).isEqualTo(404);
        }
    }
}
