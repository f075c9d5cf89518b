package io.bilet.schedule;

import io.bilet.platform.net.GuardedGet.Document;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes over what a watched iCalendar file says, and keeps what it said while it cannot be had. */
@Stateless
public class HolidayFeedAdmin {

    private static final Duration UNTIL_NEXT_LOOK = Duration.ofHours(12);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(1);
    private static final int PROBLEM_LENGTH_MAX = 500;

    @Inject
    private HolidayFeedRepository feeds;

    @Inject
    private ScheduleRepository repository;

    @Inject
    private ScheduleAdmin schedules;

    @Inject
    private Clock clock;

    /**
     * The file came, or did not change; the schedules it closes follow.
     *
     * @throws IOException saying in words why it cannot be read
     */
    public void came(HolidayFeed feed, Optional<Document> document) throws IOException {
        Instant now = clock.instant();
        List<Holiday> dates = document.isPresent()
                ? FeedDates.read(document.get().text(), LocalDate.ofInstant(now, ZoneOffset.UTC))
                : null;
        String etag = document.isPresent() ? document.get().etag() : feed.etag();
        feeds.read(new HolidayFeed(feed.url(), etag, now, null, now.plus(UNTIL_NEXT_LOOK)), dates);
        for (ScheduleId schedule : repository.closedBy(feed.url())) {
            schedules.update(schedule, Optional.empty(), UnaryOperator.identity());
        }
    }

    /** It could not be had; what it said before stays in force. */
    public void failed(HolidayFeed feed, String problem) {
        String cut = problem.substring(0, Math.min(problem.length(), PROBLEM_LENGTH_MAX));
        feeds.failed(feed.url(), cut, clock.instant().plus(UNTIL_NEXT_TRY));
    }
}
