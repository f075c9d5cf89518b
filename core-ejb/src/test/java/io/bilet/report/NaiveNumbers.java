package io.bilet.report;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.report.History.Choice;
import io.bilet.report.History.Line;
import io.bilet.schedule.MinuteByMinute;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.SlaNotice;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.StatusChanged;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one ticket the slow way: each is looked for anew from its definition, in the whole history, and time is
 * counted minute by minute. Shares no code with what it checks.
 */
final class NaiveNumbers {

    /**
     * @param minutes null for what is only counted
     * @param holder the agent, the group and the tier, as texts
     */
    record Number(
            MeasureKind kind,
            Instant at,
            @Nullable Long minutes,
            @Nullable Long open,
            @Nullable String detail,
            Whose holder) {}

    record Whose(@Nullable String agent, @Nullable String group, int tier) {}

    private final History history;
    private final List<Line> lines;
    private final List<List<MinuteByMinute>> schedules;
    private final Instant versionChange;

    /** Of each minute of the ticket's life, whether it was open, and how the ticket stood. */
    private final boolean[] open;

    private final TicketStatus[] statuses;

    /** @param schedules of each the version before {@code versionChange} and the one from then on */
    NaiveNumbers(History history, List<List<MinuteByMinute>> schedules, Instant versionChange) {
        this.history = history;
        this.lines = history.lines();
        this.schedules = schedules;
        this.versionChange = versionChange;
        int minutes = (int) minutes(history.createdAt(), history.end());
        open = new boolean[minutes];
        statuses = new TicketStatus[minutes];
        for (int minute = 0; minute < minutes; minute++) {
            Instant at = history.createdAt().plus(Duration.ofMinutes(minute));
            open[minute] = isOpen(at);
            statuses[minute] = statusAt(at);
        }
    }

    List<Number> all() {
        List<Number> all = new ArrayList<>();
        Instant created = history.createdAt();
        all.add(new Number(MeasureKind.OPENED, created, null, null, null, whoseAt(created)));
        for (int i = 0; i < lines.size(); i++) {
            add(all, i);
        }
        int last = lastIndex(this::solves);
        if (last >= 0) {
            int first = firstIndex(this::solves);
            all.add(timed(MeasureKind.FIRST_RESOLUTION, created, first));
            if (isByFirstContact(first)) {
                all.add(counted(MeasureKind.FIRST_CONTACT, first));
            }
            all.add(timed(MeasureKind.FULL_RESOLUTION, created, last));
            all.add(spent(MeasureKind.REQUESTER_WAIT, last, TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.ON_HOLD));
            all.add(spent(MeasureKind.AGENT_WORK, last, TicketStatus.NEW, TicketStatus.OPEN));
            all.add(spent(MeasureKind.AGENT_WAIT, last, TicketStatus.PENDING));
            all.add(spent(MeasureKind.ON_HOLD, last, TicketStatus.ON_HOLD));
            if (replies().filter(i -> i < last).count() == 1) {
                all.add(counted(MeasureKind.ONE_TOUCH, last));
            }
        }
        return all;
    }

    private void add(List<Number> all, int i) {
        TicketEvent event = lines.get(i).event();
        if (isReply(i)) {
            addReply(all, i);
        } else if (event instanceof StatusChanged moved
                && moved.from() == TicketStatus.SOLVED
                && moved.to() != TicketStatus.CLOSED) {
            all.add(counted(MeasureKind.REOPENED, i));
        } else if (event instanceof SlaNotice.SlaBreached breach) {
            all.add(new Number(
                    MeasureKind.BREACH, breach.dueAt(), null, null, breach.metric(), whoseAt(breach.dueAt())));
        } else if (event instanceof TicketEvent.PromiseKept) {
            all.add(counted(MeasureKind.PROMISE_KEPT, i));
        } else if (event instanceof TicketEvent.PromiseBroken broken) {
            all.add(new Number(MeasureKind.PROMISE_BROKEN, broken.responseDueAt(), null, null, null, whoseAfter(i)));
        }
    }

    private void addReply(List<Number> all, int i) {
        UserId by = Objects.requireNonNull(lines.get(i).by());
        Whose whose = new Whose(
                by.value().toString(), whoseAfter(i).group(), whoseAfter(i).tier());
        Instant at = lines.get(i).at();
        all.add(new Number(MeasureKind.REPLY, at, null, null, null, whose));
        int before = replies().filter(r -> r < i).reduce(-1, (a, b) -> b);
        Instant since = before < 0 ? history.createdAt() : oldestQuestion(before, i);
        if (since != null) {
            MeasureKind kind = before < 0 ? MeasureKind.FIRST_REPLY : MeasureKind.NEXT_REPLY;
            all.add(new Number(kind, at, minutes(since, at), open(since, at), null, whose));
        }
    }

    /** Of the questions after one reply and before the next: the last that opened a solved ticket, else the first. */
    private @Nullable Instant oldestQuestion(int after, int before) {
        Instant found = null;
        for (int i = after + 1; i < before; i++) {
            boolean asks = lines.get(i).event() instanceof CommentAdded said && said.asksForReply();
            if (asks && (found == null || statusBefore(i) == TicketStatus.SOLVED)) {
                found = lines.get(i).at();
            }
        }
        return found;
    }

    private boolean isReply(int i) {
        int opening = firstIndex(CommentAdded.class::isInstance);
        boolean isOpening = history.openedBy() == AuthorRole.AGENT && i == opening;
        return lines.get(i).event() instanceof CommentAdded said && said.isAgentsAnswer() && !isOpening;
    }

    private Stream<Integer> replies() {
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1).filter(this::isReply);
    }

    private boolean solves(TicketEvent event) {
        return event instanceof StatusChanged moved && moved.to() == TicketStatus.SOLVED;
    }

    private boolean isByFirstContact(int first) {
        Instant until = lines.get(first).at().plus(Duration.ofDays(7));
        for (int i = 1; i < lines.size(); i++) {
            boolean inTime = !lines.get(i).at().isAfter(until);
            boolean rose = whoseAfter(i - 1).group() != null
                    && whoseAfter(i).tier() > whoseAfter(i - 1).tier();
            boolean came = lines.get(i).event() instanceof StatusChanged moved && moved.isReopening();
            if (inTime && (rose || came)) {
                return false;
            }
        }
        return true;
    }

    private Number counted(MeasureKind kind, int i) {
        return new Number(kind, lines.get(i).at(), null, null, null, whoseAfter(i));
    }

    private Number timed(MeasureKind kind, Instant since, int i) {
        Instant at = lines.get(i).at();
        return new Number(kind, at, minutes(since, at), open(since, at), null, whoseAfter(i));
    }

    private Number spent(MeasureKind kind, int i, TicketStatus... wanted) {
        Set<TicketStatus> in = EnumSet.noneOf(TicketStatus.class);
        in.addAll(List.of(wanted));
        Instant end = lines.get(i).at();
        List<Integer> minutes = IntStream.range(0, (int) minutes(history.createdAt(), end))
                .filter(minute -> in.contains(statuses[minute]))
                .boxed()
                .toList();
        long all = minutes.size();
        long business = minutes.stream().filter(minute -> open[minute]).count();
        return new Number(kind, end, all, business, null, whoseAfter(i));
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }

    private long open(Instant from, Instant to) {
        return IntStream.range((int) minutes(history.createdAt(), from), (int) minutes(history.createdAt(), to))
                .filter(minute -> open[minute])
                .count();
    }

    private boolean isOpen(Instant at) {
        int schedule = 0;
        for (Choice choice : history.choices()) {
            schedule = choice.at().isAfter(at) ? schedule : choice.schedule();
        }
        return schedule == 0
                || schedules
                        .get(schedule - 1)
                        .get(at.isBefore(versionChange) ? 0 : 1)
                        .isOpen(at);
    }

    private TicketStatus statusAt(Instant at) {
        return status(line -> !line.at().isAfter(at), lines.size());
    }

    private TicketStatus statusBefore(int i) {
        return status(line -> true, i);
    }

    private TicketStatus status(Predicate<Line> counts, int end) {
        TicketStatus status = TicketStatus.NEW;
        for (Line line : lines.subList(0, end)) {
            status = counts.test(line) && line.event() instanceof StatusChanged moved ? moved.to() : status;
        }
        return status;
    }

    /** Whether it was unsolved just before that instant, and whose it was. */
    @Nullable
    Whose backlogAt(Instant instant) {
        if (!history.createdAt().isBefore(instant)) {
            return null;
        }
        TicketStatus status = status(line -> line.at().isBefore(instant), lines.size());
        return status == TicketStatus.SOLVED || status == TicketStatus.CLOSED
                ? null
                : whose(lines.stream()
                        .filter(line -> line.at().isBefore(instant))
                        .toList());
    }

    private Whose whoseAt(Instant instant) {
        return whose(lines.stream().filter(line -> !line.at().isAfter(instant)).toList());
    }

    private Whose whoseAfter(int i) {
        return whose(lines.subList(0, i + 1));
    }

    private Whose whose(List<Line> past) {
        String agent = null;
        String group = null;
        int tier = 1;
        for (Line line : past) {
            if (line.event() instanceof Assigned given) {
                agent = given.to() == null
                        ? null
                        : UserId.parse(given.to()).value().toString();
            } else if (line.event() instanceof FieldChanged change
                    && change.field().equals("group_id")) {
                group = GroupId.parse(Objects.requireNonNull(change.to()))
                        .value()
                        .toString();
            } else if (line.event() instanceof FieldChanged change
                    && change.field().equals("tier")) {
                tier = Integer.parseInt(Objects.requireNonNull(change.to()));
            }
        }
        return new Whose(agent, group, tier);
    }

    private int firstIndex(Predicate<TicketEvent> wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i).event())) {
                return i;
            }
        }
        return -1;
    }

    private int lastIndex(Predicate<TicketEvent> wanted) {
        int found = -1;
        for (int i = 0; i < lines.size(); i++) {
            found = wanted.test(lines.get(i).event()) ? i : found;
        }
        return found;
    }
}
