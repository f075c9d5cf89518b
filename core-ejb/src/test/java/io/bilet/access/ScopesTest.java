package io.bilet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void a_scope_is_a_permission_or_all_of_a_resource() {
        Scopes scopes = Scopes.read(List.of("mails.submit", "suspended_mails.*"), "/scopes");

        assertThat(scopes.permissions())
                .containsExactlyInAnyOrder(
                        Permission.MAILS_SUBMIT, Permission.SUSPENDED_MAILS_READ, Permission.SUSPENDED_MAILS_MANAGE);
        assertThat(Scopes.parse(scopes.toString())).isEqualTo(scopes);
    }

    @Test
    void an_unknown_scope_is_refused_where_it_stands() {
        assertThatThrownBy(() -> Scopes.read(List.of("tickets.read", "tickets.fly", "*", ".*"), "/scopes"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/scopes/1", "/scopes/2", "/scopes/3"));
    }

    @Test
    void no_scopes_at_all_are_refused() {
        assertThatThrownBy(() -> Scopes.read(List.of(), "/scopes")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void scopes_of_an_issuer_that_mean_nothing_here_give_nothing() {
        assertThat(Scopes.parse("openid profile  email").permissions()).isEmpty();
    }
}
