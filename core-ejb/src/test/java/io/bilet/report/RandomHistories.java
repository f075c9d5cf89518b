package io.bilet.report;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.report.History.Choice;
import io.bilet.report.History.Line;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.SlaNotice;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up what may happen to tickets; the same seed makes up the same. */
final class RandomHistories {

    private static final List<String> TAGS = List.of("hardware", "billing", "later");

    private final Random random;
    private final Instant begin;
    final BrandId brand = BrandId.next();
    final List<UserId> agents = Stream.generate(UserId::next).limit(3).toList();
    final List<GroupId> groups = Stream.generate(GroupId::next).limit(2).toList();
    final List<OrganizationId> organizations =
            Stream.generate(OrganizationId::next).limit(2).toList();

    RandomHistories(long seed, Instant begin) {
        random = new Random(seed);
        this.begin = begin;
    }

    History next() {
        return new Writer().write();
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Writes one history. */
    private final class Writer {

        private final AuthorRole openedBy = chance(25) ? AuthorRole.AGENT : AuthorRole.REQUESTER;
        private final Channel channel = any(List.of(Channel.EMAIL, Channel.PHONE));
        private final UserId requester = UserId.next();
        private final List<Line> lines = new ArrayList<>();
        private final List<Choice> choices = new ArrayList<>();
        private Instant now = begin.plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
        private TicketStatus status = TicketStatus.NEW;
        private @Nullable UserId owner;
        private @Nullable GroupId group;
        private int tier = 1;

        History write() {
            choices.add(new Choice(now, random.nextInt(3)));
            add(null, new TicketEvent.Opened(channel, openedBy));
            say(openedBy, chance(80) ? Visibility.PUBLIC : Visibility.INTERNAL, true);
            if (chance(70)) {
                toGroup();
            }
            for (int steps = random.nextInt(40); steps > 0 && status != TicketStatus.CLOSED; steps--) {
                now = now.plus(Duration.ofMinutes(chance(10) ? 0 : 1 + random.nextInt(300)));
                step();
            }
            Set<String> tags = new TreeSet<>(TAGS.subList(0, random.nextInt(TAGS.size() + 1)));
            OrganizationId organization = chance(70) ? any(organizations) : null;
            return new History(TicketId.next(), openedBy, channel, organization, brand, tags, lines, choices);
        }

        private void step() {
            switch (random.nextInt(15)) {
                case 0, 1 -> ask();
                case 2 -> say(AuthorRole.REQUESTER, Visibility.PUBLIC, false);
                case 3, 4, 5 -> answer();
                case 6 -> say(AuthorRole.AGENT, Visibility.INTERNAL, true);
                case 7 -> say(AuthorRole.SYSTEM, Visibility.PUBLIC, true);
                case 8 -> assign(any(agents));
                case 9 -> assign(null);
                case 10 -> toGroup();
                case 11, 13 -> move(any(List.copyOf(status.next())));
                case 12 -> promise();
                default -> {
                    choices.add(new Choice(now, random.nextInt(3)));
                    breach();
                }
            }
        }

        private void ask() {
            say(AuthorRole.REQUESTER, Visibility.PUBLIC, true);
            if (status != TicketStatus.NEW && status != TicketStatus.OPEN) {
                move(TicketStatus.OPEN);
            }
        }

        private void answer() {
            say(AuthorRole.AGENT, Visibility.PUBLIC, true);
            if (chance(60)) {
                move(any(List.of(TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED)));
            }
        }

        private void say(AuthorRole role, Visibility visibility, boolean needsReply) {
            UserId by = role == AuthorRole.AGENT ? any(agents) : role == AuthorRole.REQUESTER ? requester : null;
            add(by, new TicketEvent.CommentAdded(CommentId.next(), role, visibility, needsReply));
        }

        private void move(TicketStatus to) {
            if (status.next().contains(to)) {
                add(null, new TicketEvent.StatusChanged(status, to));
                status = to;
            }
        }

        private void assign(@Nullable UserId to) {
            if (owner != to) {
                add(null, new TicketEvent.Assigned(text(owner), text(to)));
                owner = to;
                if (to != null && status == TicketStatus.NEW) {
                    move(TicketStatus.OPEN);
                }
            }
        }

        private void toGroup() {
            GroupId to = any(groups);
            int itsTier = 1 + groups.indexOf(to);
            add(null, new TicketEvent.FieldChanged("group_id", text(group), to.toString()));
            group = to;
            if (tier != itsTier) {
                add(null, new TicketEvent.FieldChanged("tier", Integer.toString(tier), Integer.toString(itsTier)));
                tier = itsTier;
            }
        }

        private void promise() {
            Instant promised = now.minus(Duration.ofMinutes(random.nextInt(60)));
            add(null, chance(50) ? new TicketEvent.PromiseKept(now) : new TicketEvent.PromiseBroken(promised));
        }

        private void breach() {
            Instant created = lines.get(0).at();
            long age = Duration.between(created, now).toMinutes();
            Instant due = created.plus(Duration.ofMinutes(age == 0 ? 0 : random.nextInt((int) age)));
            add(null, new SlaNotice.SlaBreached("clk_1", any(List.of("first_reply_time", "next_reply_time")), due, 1));
        }

        private void add(@Nullable UserId by, TicketEvent event) {
            lines.add(new Line(now, by, event));
        }

        private static @Nullable String text(@Nullable Object id) {
            return id == null ? null : id.toString();
        }
    }
}
