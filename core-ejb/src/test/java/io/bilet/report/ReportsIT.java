package io.bilet.report;

import static io.bilet.testing.TestDatabase.inTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.report.NaiveNumbers.Number;
import io.bilet.report.NaiveNumbers.Whose;
import io.bilet.schedule.MinuteByMinute;
import io.bilet.testing.Beans;
import io.bilet.ticket.Channel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every number equals what a slow recomputation from the events gives. */
class ReportsIT {

    private static final long SEED = 20261122;
    private static final int TICKETS = 60;

    private static final Instant BEGIN = Instant.parse("2026-03-09T00:00:00Z");
    private static final Instant END = Instant.parse("2026-04-20T00:00:00Z");

    /** In the middle of the days in which tickets were worked on; the clocks of both zones change in them too. */
    private static final Instant VERSION_CHANGE = Instant.parse("2026-03-24T12:00:00Z");

    /** How series are told apart; the other ways differ from these in what is asked of the whole period too. */
    private static final List<@Nullable Dimension> SERIES_BY = Arrays.asList(null, Dimension.GROUP, Dimension.TAG);

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Beans BEANS = new Beans();
    private static final RandomHistories RANDOM = new RandomHistories(SEED, BEGIN);
    private static final List<NaiveNumbers> NAIVE = new ArrayList<>();
    private static final List<Number> ALL = new ArrayList<>();
    private static final List<History> OF = new ArrayList<>();
    private static final List<History> HISTORIES = new ArrayList<>();
    private static final Map<UUID, List<String>> SEGMENTS = new TreeMap<>();

    @BeforeAll
    static void happen() {
        UUID office = UUID.randomUUID();
        UUID nights = UUID.randomUUID();
        StoredHistories.schedule(
                office, 0, "Europe/Bucharest", week("[\"09:00\",\"12:00\"],[\"13:00\",\"18:00\"]"), "[]", BEGIN);
        StoredHistories.schedule(
                office,
                1,
                "Europe/Bucharest",
                week("[\"08:00\",\"20:00\"]"),
                "[{\"date\":\"2026-03-27\",\"name\":\"Closed\"}]",
                VERSION_CHANGE);
        StoredHistories.schedule(nights, 0, "America/New_York", week("[\"22:00\",\"06:00\"]"), "[]", BEGIN);
        StoredHistories.schedule(nights, 1, "America/New_York", week("[\"22:00\",\"02:00\"]"), "[]", VERSION_CHANGE);
        var schedules = List.of(
                List.of(
                        hours(BUCHAREST, List.of("09:00-12:00", "13:00-18:00"), Set.of()),
                        hours(BUCHAREST, List.of("08:00-20:00"), Set.of(LocalDate.parse("2026-03-27")))),
                List.of(
                        hours(NEW_YORK, List.of("22:00-06:00"), Set.of()),
                        hours(NEW_YORK, List.of("22:00-02:00"), Set.of())));
        organizations();
        Stream.generate(RANDOM::next).limit(TICKETS).forEach(HISTORIES::add);
        StoredHistories.store(HISTORIES, List.of(office, nights));
        BEANS.get(MeasureTimer.class).run();
        for (History history : HISTORIES) {
            var naive = new NaiveNumbers(history, schedules, VERSION_CHANGE);
            NAIVE.add(naive);
            for (Number number : naive.all()) {
                ALL.add(number);
                OF.add(history);
            }
        }
    }

    private static void organizations() {
        List<List<String>> tags = List.of(List.of("gold", "retail"), List.of("retail"));
        for (int i = 0; i < tags.size(); i++) {
            UUID id = RANDOM.organizations.get(i).value();
            SEGMENTS.put(id, tags.get(i));
            StoredHistories.organization(id, "Organization " + i, String.join(" ", tags.get(i)));
        }
    }

    private static String week(String workday) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> "\"%s\":[%s]"
                        .formatted(
                                day.name().substring(0, 3).toLowerCase(Locale.ROOT), day.getValue() > 5 ? "" : workday))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static MinuteByMinute hours(ZoneId zone, List<String> workday, Set<LocalDate> holidays) {
        return new MinuteByMinute(
                zone,
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.getValue() <= 5)
                        .collect(Collectors.toMap(day -> day, day -> workday)),
                holidays);
    }

    @Test
    void every_report_told_apart_by_everything_equals_the_recomputation() {
        List<Period> periods = List.of(
                Period.of(BEGIN, END, null, ISTANBUL),
                Period.of(BEGIN.plusSeconds(12_345), END, Period.Interval.DAY, NEW_YORK),
                Period.of(BEGIN, Instant.parse("2026-04-02T10:31:00Z"), Period.Interval.WEEK, ISTANBUL),
                Period.of(BEGIN, END, Period.Interval.MONTH, BUCHAREST));
        for (Period period : periods) {
            for (ReportName report : ReportName.values()) {
                for (Dimension by : period.parts() == 1 ? dimensions(report) : SERIES_BY) {
                    var question = new Question(report, period, by, mine(Map.of()));
                    assertThat(lines(admin(), question))
                            .as("%s by %s, %d parts, seed %d", report, by, period.parts(), SEED)
                            .containsExactlyInAnyOrderElementsOf(expected(question));
                }
            }
        }
    }

    private static List<@Nullable Dimension> dimensions(ReportName report) {
        List<@Nullable Dimension> all = new ArrayList<>(Arrays.asList(Dimension.values()));
        all.add(null);
        if (report != ReportName.BREACHES) {
            all.remove(Dimension.METRIC);
        }
        return all;
    }

    @Test
    void narrowed_numbers_equal_the_recomputation() {
        Period period = Period.of(BEGIN, END, null, ISTANBUL);
        Map<Dimension, String> narrow = Map.of(
                Dimension.GROUP, RANDOM.groups.get(0).value().toString(),
                Dimension.TIER, "1",
                Dimension.CHANNEL, Channel.EMAIL.name(),
                Dimension.SEGMENT, "retail",
                Dimension.TAG, "hardware");
        narrow.forEach((dimension, value) -> {
            var question = new Question(ReportName.REPLIES, period, Dimension.AGENT, mine(Map.of(dimension, value)));
            assertThat(lines(admin(), question))
                    .as("only %s %s", dimension, value)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(expected(question));
        });
    }

    @Test
    void measured_again_from_nothing_the_numbers_are_the_same() {
        Period period = Period.of(BEGIN, END, Period.Interval.WEEK, ISTANBUL);
        Function<ReportName, List<ReportLine>> told =
                report -> lines(admin(), new Question(report, period, Dimension.GROUP, mine(Map.of())));
        var before = Arrays.stream(ReportName.values()).map(told).toList();

        StoredHistories.forgetMeasures(RANDOM.brand.value());
        BEANS.get(MeasureTimer.class).run();

        assertThat(Arrays.stream(ReportName.values()).map(told).toList()).isEqualTo(before);
    }

    @Test
    void nobody_counts_what_they_do_not_see() {
        var question =
                new Question(ReportName.TICKETS_OPENED, Period.of(BEGIN, END, null, ISTANBUL), null, mine(Map.of()));

        assertThat(lines(admin(), question).get(0).count()).isEqualTo(TICKETS);
        assertThat(lines(caller(Role.SERVICE, Set.of(RANDOM.brand), Set.of()), question)
                        .get(0)
                        .count())
                .isEqualTo(TICKETS);
        assertThat(lines(caller(Role.SERVICE, Set.of(BrandId.next()), Set.of()), question)
                        .get(0)
                        .count())
                .isZero();
        assertThat(lines(caller(Role.AGENT, Set.of(), Set.of(GroupId.next())), question)
                        .get(0)
                        .count())
                .isZero();
        assertThatThrownBy(() -> lines(caller(Role.REQUESTER, Set.of(), Set.of()), question))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void what_cannot_be_told_is_refused() {
        assertThatThrownBy(() -> Period.of(END, BEGIN, null, ISTANBUL)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Period.of(BEGIN, BEGIN.plus(Duration.ofDays(500)), Period.Interval.DAY, ISTANBUL))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Question(
                        ReportName.REPLIES, Period.of(BEGIN, END, null, ISTANBUL), Dimension.METRIC, Map.of()))
                .isInstanceOf(InvalidInput.class);
    }

    private static Map<Dimension, String> mine(Map<Dimension, String> narrower) {
        Map<Dimension, String> only = new TreeMap<>(narrower);
        only.put(Dimension.BRAND, RANDOM.brand.value().toString());
        return only;
    }

    private static List<ReportLine> lines(Caller caller, Question question) {
        return inTransaction(() -> BEANS.get(Reports.class).lines(caller, question)).stream()
                .map(line -> line.about(line.key(), null))
                .toList();
    }

    private static Caller admin() {
        return caller(Role.ADMIN, Set.of(), Set.of());
    }

    private static Caller caller(Role role, Set<BrandId> brands, Set<GroupId> groups) {
        return new Caller(UserId.next(), role, RolePermissions.of(role), groups, brands, null, "tok_1", null);
    }

    private static List<ReportLine> expected(Question question) {
        Period period = question.period();
        List<ReportLine> lines = new ArrayList<>();
        for (int part = 0; part < period.parts(); part++) {
            Map<String, List<Number>> byKey = question.report() == ReportName.BACKLOG
                    ? backlog(question, period.endOf(part))
                    : numbers(question, period.startOf(part), period.endOf(part));
            if (question.by() == null) {
                byKey.putIfAbsent("", List.of());
            }
            int present = part;
            byKey.forEach((key, numbers) -> lines.add(line(question, present, key, numbers)));
        }
        return lines;
    }

    private static Map<String, List<Number>> numbers(Question question, Instant from, Instant to) {
        ReportName report = question.report();
        Map<String, List<Number>> byKey = new TreeMap<>();
        for (int i = 0; i < ALL.size(); i++) {
            Number number = ALL.get(i);
            boolean counts = (number.kind() == report.kind() || report.base().contains(number.kind()))
                    && !number.at().isBefore(from)
                    && number.at().isBefore(to);
            if (counts && isAskedFor(question, number, OF.get(i))) {
                keys(question.by(), number, OF.get(i)).forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(number));
            }
        }
        return byKey;
    }

    private static Map<String, List<Number>> backlog(Question question, Instant instant) {
        Map<String, List<Number>> byKey = new TreeMap<>();
        for (int i = 0; i < NAIVE.size(); i++) {
            Whose whose = NAIVE.get(i).backlogAt(instant);
            if (whose != null) {
                var number = new Number(MeasureKind.OPENED, instant, null, null, null, whose);
                keys(question.by(), number, HISTORIES.get(i))
                        .forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(number));
            }
        }
        return byKey;
    }

    private static boolean isAskedFor(Question question, Number number, History history) {
        return question.only().entrySet().stream()
                .filter(only -> only.getKey() != Dimension.BRAND)
                .allMatch(only -> keys(only.getKey(), number, history)
                        .contains(
                                only.getKey() == Dimension.CHANNEL
                                        ? "email"
                                        : written(only.getKey(), only.getValue())));
    }

    private static String written(Dimension dimension, @Nullable String value) {
        return value == null ? "" : dimension.written(value);
    }

    private static List<String> keys(@Nullable Dimension by, Number number, History history) {
        if (by == null) {
            return List.of("");
        }
        UUID organization =
                history.organization() == null ? null : history.organization().value();
        return switch (by) {
            case AGENT -> List.of(written(by, number.holder().agent()));
            case GROUP -> List.of(written(by, number.holder().group()));
            case TIER -> List.of(Integer.toString(number.holder().tier()));
            case CHANNEL -> List.of(history.channel().name().toLowerCase(Locale.ROOT));
            case ORGANIZATION ->
                List.of(organization == null ? "" : history.organization().toString());
            case SEGMENT -> organization == null ? List.of() : SEGMENTS.get(organization);
            case TAG -> List.copyOf(history.tags());
            case BRAND -> List.of(history.brand().toString());
            case METRIC -> List.of(Objects.requireNonNull(number.detail()));
        };
    }

    private static ReportLine line(Question question, int part, String key, List<Number> numbers) {
        ReportName report = question.report();
        boolean timed = report.isTimed() && !numbers.isEmpty();
        long count = report == ReportName.BACKLOG
                ? numbers.size()
                : numbers.stream()
                        .filter(number -> number.kind() == report.kind())
                        .count();
        long of = report == ReportName.BACKLOG
                ? numbers.size()
                : numbers.stream()
                        .filter(number -> report.base().contains(number.kind()))
                        .count();
        return new ReportLine(
                part,
                key.isEmpty() ? null : key,
                null,
                count,
                of,
                timed ? times(numbers.stream().map(Number::minutes)) : null,
                timed ? times(numbers.stream().map(Number::open)) : null);
    }

    private static Times times(Stream<@Nullable Long> minutes) {
        List<Duration> sorted = minutes.map(Objects::requireNonNull)
                .sorted()
                .map(Duration::ofMinutes)
                .toList();
        Duration total = sorted.stream().reduce(Duration.ZERO, Duration::plus);
        long mean = total.toSeconds() * 1_000_000 / sorted.size();
        return new Times(
                total,
                Duration.ofSeconds(mean / 1_000_000, mean % 1_000_000 * 1_000),
                sorted.get((sorted.size() + 1) / 2 - 1),
                sorted.get((sorted.size() * 9 + 9) / 10 - 1),
                sorted.get(sorted.size() - 1));
    }
}
