package io.bilet.rest.http.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.platform.error.FieldError;
import io.bilet.rest.http.schema.Findings;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters against the real specification. */
class ParameterTest {

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "limit, abc, type",
        "limit, 1.5, type",
        "limit, '', type",
        "limit, 99999999999999999999, type",
        "status, opened, unknown_value",
        "status, '', unknown_value",
        "status, 'open,', unknown_value",
        "sort, java.lang.Object, unknown_value",
        "updated_since, yesterday, format",
        "updated_since, 2026-02-30T00:00:00Z, format",
        "requester_id, '', malformed_id",
        "requester_id, grp_0198c0ffee0070008000000000000022, malformed_id",
        "assignee_id, nobody, pattern",
        "tag, 'a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u', item_count",
    })
    void what_cannot_be_meant_is_malformed(String name, String value, String code) {
        assertThat(check(name, value).malformed()).extracting(FieldError::code).containsExactly(code);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"limit, 0", "limit, -1"})
    void a_number_out_of_range_breaks_a_rule(String name, String value) {
        assertThat(check(name, value).malformed()).isEmpty();
        assertThat(check(name, value).invalid()).extracting(FieldError::code).containsExactly("range");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "limit, 1000",
        "status, 'open,pending'",
        "updated_since, 2026-11-23T10:00:00Z",
        "sort, -updated_at",
        "assignee_id, none"
    })
    void what_is_meant_is_accepted(String name, String value) {
        assertThat(check(name, value).malformed()).isEmpty();
        assertThat(check(name, value).invalid()).isEmpty();
    }

    @Test
    void a_parameter_given_twice_is_malformed() {
        assertThat(check("limit", "1", "2").malformed())
                .extracting(FieldError::code)
                .containsExactly("given_twice");
    }

    private static Findings check(String name, String... values) {
        Operation operation = Operations.bundled().find("listTickets").orElseThrow();
        Findings findings = new Findings(false);
        Objects.requireNonNull(operation.query().get(name)).check(List.of(values), findings);
        return findings;
    }
}
