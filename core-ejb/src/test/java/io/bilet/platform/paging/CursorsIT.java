package io.bilet.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidParameter;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsIT {

    private static final Position POSITION = new Position("2026-11-23T09:00:00Z ç", UUID.randomUUID());
    private static final String LIST = "/api/v1/tickets?status=open&sort=due_at";

    private final Cursors cursors = cursors();

    @Test
    void a_cursor_leads_back_to_its_position() {
        assertThat(cursors.open(cursors.seal(POSITION, LIST), LIST)).isEqualTo(POSITION);
    }

    @Test
    void a_cursor_is_good_on_every_node() {
        assertThat(cursors().open(cursors.seal(POSITION, LIST), LIST)).isEqualTo(POSITION);
    }

    @Test
    void a_cursor_is_good_for_its_list_only() {
        String cursor = cursors.seal(POSITION, LIST);

        assertThatThrownBy(() -> cursors.open(cursor, LIST + "&priority=high")).isInstanceOf(InvalidParameter.class);
    }

    @Test
    void a_cursor_that_was_changed_or_made_up_is_refused() {
        String cursor = cursors.seal(POSITION, LIST);
        char last = cursor.charAt(20) == 'A' ? 'B' : 'A';

        for (String wrong : List.of(
                "",
                "x",
                "!!",
                "AAAA",
                cursor.substring(2),
                cursor + "AAAA",
                cursor.substring(0, 20) + last + cursor.substring(21))) {
            assertThatThrownBy(() -> cursors.open(wrong, LIST)).as(wrong).isInstanceOf(InvalidParameter.class);
        }
    }

    private static Cursors cursors() {
        return new Beans()
                .with(BusinessClock.standingAt(Instant.parse("2026-11-23T09:00:00Z")))
                .get(Cursors.class);
    }
}
