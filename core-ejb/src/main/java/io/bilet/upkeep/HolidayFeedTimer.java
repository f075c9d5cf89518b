package io.bilet.upkeep;

import io.bilet.platform.database.Retry;
import io.bilet.platform.net.GuardedGet;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.Recurring;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.platform.work.Worker;
import io.bilet.schedule.HolidayFeed;
import io.bilet.schedule.HolidayFeedAdmin;
import io.bilet.schedule.HolidayFeedRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Reads the iCalendar files that close schedules, twice a day, and an hour later again if one could not be read; until
 * then what it said before holds.
 */
@ApplicationScoped
public class HolidayFeedTimer implements Recurring, Worker {

    private static final int BATCH = 100;

    @Inject
    HolidayFeedRepository feeds;

    @Inject
    HolidayFeedAdmin admin;

    @Inject
    GuardedGet web;

    @Inject
    WorkQueue work;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "holiday-feeds";
    }

    @Override
    public String queue() {
        return "holiday-feeds";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        Retry.of(() -> work.fill(queue(), () -> feeds.due(clock.instant(), BATCH).stream()
                .map(HolidayFeedTimer::piece)
                .toList()));
    }

    private static NewWork piece(HolidayFeed feed) {
        UUID id = UUID.nameUUIDFromBytes(feed.url().getBytes(StandardCharsets.UTF_8));
        return NewWork.due(id + " " + feed.nextTryAt(), id, feed.url());
    }

    @Override
    public void work(WorkItem item) {
        feeds.of(List.of(item.payload())).forEach(this::read);
    }

    private void read(HolidayFeed feed) {
        try {
            var document = web.get(URI.create(feed.url()), feed.etag());
            admin.came(feed, document);
        } catch (IOException away) {
            admin.failed(feed, String.valueOf(away.getMessage()));
        }
    }

    @Override
    public int attemptsMax() {
        return 5;
    }

    @Override
    public Duration pause(int attempt) {
        return Duration.ofMinutes(attempt);
    }
}
