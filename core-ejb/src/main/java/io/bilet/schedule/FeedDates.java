package io.bilet.schedule;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;

/** Reads the closed dates of an iCalendar file (RFC 5545): its events that take whole days, repeated as they say. */
final class FeedDates {

    private static final int DATES_MAX = 1_000;
    private static final int NAME_LENGTH_MAX = 100;

    private final LocalDate first;
    private final LocalDate last;
    private final Map<LocalDate, Holiday> dates = new TreeMap<>();

    private FeedDates(LocalDate today) {
        first = LocalDate.of(today.getYear() - HolidayAlmanac.YEARS_BACK, 1, 1);
        last = LocalDate.of(today.getYear() + HolidayAlmanac.YEARS_AHEAD, 12, 31);
    }

    /**
     * The dates in the years around {@code today}, in order.
     *
     * @throws IOException saying in words what cannot be read
     */
    static List<Holiday> read(String file, LocalDate today) throws IOException {
        var feed = new FeedDates(today);
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(file));
            for (CalendarComponent component : calendar.<CalendarComponent>getComponents()) {
                if (component instanceof VEvent event) {
                    feed.add(event);
                }
            }
        } catch (ParserException | RuntimeException unreadable) {
            throw new IOException("This is no iCalendar file that can be read.", unreadable);
        }
        if (feed.dates.size() > DATES_MAX) {
            throw new IOException("At most %d closed dates are allowed.".formatted(DATES_MAX));
        }
        return List.copyOf(feed.dates.values());
    }

    private void add(VEvent event) {
        boolean wholeDays = event.<DtStart<?>>getProperty(Property.DTSTART)
                .filter(start -> start.getDate() instanceof LocalDate)
                .isPresent();
        if (wholeDays) {
            String name = name(event);
            for (Period<Temporal> stay : event.<Temporal>calculateRecurrenceSet(new Period<>(first, last))) {
                LocalDate end = LocalDate.from(stay.getEnd());
                LocalDate date = LocalDate.from(stay.getStart());
                for (; date.isBefore(end) && dates.size() <= DATES_MAX; date = date.plusDays(1)) {
                    dates.putIfAbsent(date, new Holiday(date, name));
                }
            }
        }
    }

    private static String name(VEvent event) {
        String summary = event.getSummary() == null ? "" : event.getSummary().getValue();
        String line = summary.replaceAll("\\p{Cntrl}+", " ").strip();
        int length = Math.min(NAME_LENGTH_MAX, line.codePointCount(0, line.length()));
        String cut = line.substring(0, line.offsetByCodePoints(0, length)).strip();
        return cut.isEmpty() ? "Closed" : cut;
    }
}
