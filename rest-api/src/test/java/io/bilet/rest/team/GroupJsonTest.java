package io.bilet.rest.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.api.v1.model.NewGroup;
import io.bilet.people.GroupId;
import io.bilet.people.team.Group;
import io.bilet.people.team.GroupProfile;
import io.bilet.rest.http.Patch;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GroupJsonTest {

    @Test
    void a_group_of_which_only_the_name_is_said_is_on_the_first_tier_and_not_the_default() {
        NewGroup body = new NewGroup().name("First line");
        body.setTier(null);
        body.setDefault(null);

        GroupProfile profile = GroupJson.toProfile(body);

        assertThat(profile).isEqualTo(new GroupProfile("First line", 1, false));
    }

    @Test
    void a_group_is_shown_as_it_was_taken() {
        var profile = new GroupProfile("First line", 2, true);

        var shown = GroupJson.of(new Group(GroupId.next(), profile, Instant.EPOCH));

        assertThat(shown.getName()).isEqualTo("First line");
        assertThat(shown.getTier()).isEqualTo(2);
        assertThat(shown.getDefault()).isTrue();
    }

    @Test
    void a_patch_changes_only_what_it_names() {
        GroupProfile patched = GroupJson.patched(
                new GroupProfile("First line", 2, true),
                new Patch(Json.createReader(new StringReader("{\"tier\": 3}")).readObject()));

        assertThat(patched).isEqualTo(new GroupProfile("First line", 3, true));
    }
}
