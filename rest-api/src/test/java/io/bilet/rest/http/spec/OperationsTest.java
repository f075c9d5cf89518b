package io.bilet.rest.http.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Permission;
import io.bilet.access.RolePermissions;
import io.bilet.people.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationsTest {

    /** Asked for inside operations, or by what is not in the specification. */
    private static final Set<Permission> NOT_OF_AN_OPERATION =
            EnumSet.of(Permission.TICKETS_DELETE, Permission.VIEWS_MANAGE, Permission.MACROS_MANAGE);

    @Test
    void the_permissions_of_the_specification_are_those_of_the_code() {
        Set<Permission> specified = EnumSet.noneOf(Permission.class);
        Operations.bundled().all().forEach(operation -> specified.addAll(operation.permissions()));

        assertThat(specified).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NOT_OF_AN_OPERATION)));
    }

    @Test
    void every_operation_is_public_or_needs_a_permission_that_somebody_has() {
        assertThat(Operations.bundled().all())
                .allMatch(operation -> operation.isPublic()
                        || Arrays.stream(Role.values()).anyMatch(role -> operation.permissions().stream()
                                .anyMatch(RolePermissions.of(role)::contains)));
    }

    @Test
    void only_the_specification_itself_and_what_is_signed_is_public() {
        assertThat(Operations.bundled().all())
                .filteredOn(Operation::isPublic)
                .extracting(Operation::id)
                .containsExactlyInAnyOrder("createInboundMessage", "getOpenapiJson", "getOpenapiYaml");
    }

    @ParameterizedTest
    @EnumSource
    void every_permission_is_held_by_the_admin(Permission permission) {
        assertThat(RolePermissions.of(Role.ADMIN)).contains(permission);
    }

    @Test
    void an_operation_that_is_not_specified_is_not_found() {
        assertThat(Operations.bundled().find("toString")).isEmpty();
    }

    @Test
    void only_the_making_of_tokens_and_webhooks_shows_a_secret() {
        assertThat(Operations.bundled().all())
                .filteredOn(Operation::showsSecret)
                .extracting(Operation::id)
                .containsExactlyInAnyOrder(
                        "createInboundWebhook",
                        "createInboundWebhookSecret",
                        "createToken",
                        "createWebhook",
                        "createWebhookSecret");
    }
}
