package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bilet.platform.time.BusinessClock;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.schedule.HolidayFeed;
import io.bilet.schedule.HolidayFeedRepository;
import io.bilet.schedule.Interval;
import io.bilet.schedule.PublicHolidays;
import io.bilet.schedule.ScheduleAdmin;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.ScheduleProfile;
import io.bilet.schedule.ScheduleRepository;
import io.bilet.schedule.Week;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of closed dates on a server that comes and goes. */
class HolidayFeedTimerIT {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20261224
            SUMMARY:Closed for us
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer server;
    private String url = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + "/" + UUID.randomUUID() + ".ics";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = FILE.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) && status.get() == 200) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else if (status.get() == 200) {
            exchange.sendResponseHeaders(200, 0); // in chunks
            exchange.getResponseBody().write(body);
        } else {
            exchange.sendResponseHeaders(status.get(), -1);
        }
        exchange.close();
    }

    @Test
    void a_file_closes_a_schedule_and_is_kept_while_it_is_away() {
        Beans beans = beans(NOW).configure("bilet.http.private-hosts", "localhost");
        ScheduleId schedule = fed(beans);

        look(beans);

        assertThat(closedDates(beans, schedule)).containsExactly("2026-12-24 Closed for us");
        assertThat(state(beans).problem()).isNull();
        assertThat(state(beans).readAt()).isEqualTo(NOW);

        status.set(503);
        Instant later = NOW.plus(Duration.ofHours(13));
        look(beans(later).configure("bilet.http.private-hosts", "localhost"));

        assertThat(state(beans).problem()).contains("503");
        assertThat(closedDates(beans, schedule)).as("kept").hasSize(1);

        status.set(200);
        look(beans(later.plus(Duration.ofHours(2))).configure("bilet.http.private-hosts", "localhost"));

        assertThat(state(beans).problem()).isNull();
        assertThat(unchanged).hasValue(1);
        assertThat(closedDates(beans, schedule)).hasSize(1);
    }

    @Test
    void a_private_address_is_not_asked() {
        Beans beans = beans(NOW);
        ScheduleId schedule = fed(beans);

        look(beans);

        assertThat(state(beans).problem()).contains("not on the open internet");
        assertThat(closedDates(beans, schedule)).isEmpty();
    }

    private static Beans beans(Instant now) {
        return new Beans().with(BusinessClock.standingAt(now));
    }

    private ScheduleId fed(Beans beans) {
        var always = new Week(Map.of(DayOfWeek.MONDAY, List.of(Interval.parse("09:00", "17:00", ""))));
        var profile = new ScheduleProfile(
                "Fed " + UUID.randomUUID(),
                ZoneOffset.UTC,
                always,
                List.of(),
                List.of(),
                PublicHolidays.NONE.from(List.of(url)));
        return beans.get(ScheduleAdmin.class).create(profile).id();
    }

    private void look(Beans beans) {
        HolidayFeedTimer timer = beans.get(HolidayFeedTimer.class);
        WorkQueue queue = beans.get(WorkQueue.class);
        timer.run();
        for (WorkItem item : queue.claim(timer, 100)) {
            if (item.payload().equals(url)) {
                TestDatabase.inTransaction(() -> timer.work(item));
            }
            queue.done(item);
        }
    }

    private HolidayFeed state(Beans beans) {
        return TestDatabase.inTransaction(
                        () -> beans.get(HolidayFeedRepository.class).of(List.of(url)))
                .get(0);
    }

    private static List<String> closedDates(Beans beans, ScheduleId schedule) {
        return TestDatabase.inTransaction(
                        () -> beans.get(ScheduleRepository.class).get(schedule))
                .profile()
                .publicHolidays()
                .dates()
                .stream()
                .map(day -> day.date() + " " + day.name())
                .toList();
    }
}
