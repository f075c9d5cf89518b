package io.bilet.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.testing.Beans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkDriverIT {

    private final WorkQueue sound = new Beans().get(WorkQueue.class);
    private final Chores chores = new Chores();
    private final Away queue = new Away(sound);
    private final WorkDriver driver = new Beans()
            .with(Chores.class, chores)
            .with(WorkQueue.class, queue)
            .with(Crew.class, new AtOnce())
            .get(WorkDriver.class);

    @Test
    void what_was_in_hand_when_the_database_went_away_is_back_as_soon_as_it_is() {
        List.of("one", "two", "three")
                .forEach(key -> sound.add(chores.queue(), List.of(NewWork.due(key, UUID.randomUUID(), "{}"))));
        queue.isAway = true;
        driver.run();
        queue.isAway = false;

        driver.run();

        assertThat(chores.done).startsWith("one").containsExactlyInAnyOrder("one", "one", "two", "three");
        assertThat(sound.claim(chores, 10)).isEmpty();
    }

    @Test
    void a_long_queue_is_worked_on_by_as_many_hands_as_it_may_have_and_no_more() throws InterruptedException {
        Gang gang = new Gang();
        Threads threads = new Threads();
        WorkDriver shared = new Beans()
                .with(Gang.class, gang)
                .with(WorkQueue.class, sound)
                .with(Crew.class, threads)
                .get(WorkDriver.class);
        sound.add(
                gang.queue(),
                IntStream.range(0, 45)
                        .mapToObj(i -> NewWork.due("item-" + i, UUID.randomUUID(), "{}"))
                        .toList());

        shared.run();
        threads.join();

        assertThat(gang.done).hasSize(45).doesNotHaveDuplicates();
        assertThat(gang.most.get()).isEqualTo(2);
    }

    /** Does nothing before two of it do. */
    static final class Gang implements Worker {

        private final String name = "gang-" + UUID.randomUUID().toString().substring(0, 8);
        private final Queue<String> done = new ConcurrentLinkedQueue<>();
        private final CountDownLatch two = new CountDownLatch(2);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String queue() {
            return name;
        }

        @Override
        public int hands() {
            return 2;
        }

        @Override
        public void work(WorkItem item) throws InterruptedException {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            two.countDown();
            assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();
            done.add(item.key());
            now.decrementAndGet();
        }

        @Override
        public Duration pause(int attempt) {
            return Duration.ZERO;
        }

        @Override
        public int attemptsMax() {
            return 1;
        }
    }

    /** A thread for each task. */
    private static final class Threads extends Crew {

        private final Queue<Thread> begun = new ConcurrentLinkedQueue<>();

        @Override
        void start() {
            // None before there is a task.
        }

        @Override
        public void begin(Runnable task) {
            Thread thread = new Thread(task, "hand");
            begun.add(thread);
            thread.start();
        }

        /** Those that are begun meanwhile are begun by one that is waited for. */
        void join() throws InterruptedException {
            for (Thread thread = begun.poll(); thread != null; thread = begun.poll()) {
                thread.join();
            }
        }
    }

    /** Does each chore at once; the first is done again because nobody could be told. */
    static final class Chores implements Worker {

        private final String name = "chores-" + UUID.randomUUID().toString().substring(0, 8);
        private final List<String> done = new ArrayList<>();

        @Override
        public String queue() {
            return name;
        }

        @Override
        public void work(WorkItem item) {
            done.add(item.key());
        }

        @Override
        public Duration pause(int attempt) {
            return Duration.ZERO;
        }

        @Override
        public int attemptsMax() {
            return 3;
        }
    }

    /** Hands work out and then hears nothing more. */
    private static final class Away extends WorkQueue {

        private final WorkQueue sound;
        private boolean isAway;

        Away(WorkQueue sound) {
            this.sound = sound;
        }

        @Override
        public Set<String> due(List<String> queues) {
            return sound.due(queues);
        }

        @Override
        public List<WorkItem> claim(Worker worker, int limit) {
            return sound.claim(worker, limit);
        }

        @Override
        public void done(WorkItem item) {
            requireThere();
            sound.done(item);
        }

        @Override
        public boolean failed(Worker worker, WorkItem item, Exception failure) {
            requireThere();
            return sound.failed(worker, item, failure);
        }

        @Override
        public void giveBack(WorkItem item) {
            requireThere();
            sound.giveBack(item);
        }

        private void requireThere() {
            if (isAway) {
                throw new IllegalStateException("The database is away.");
            }
        }
    }

    /** Does everything on the spot, and says what went wrong to nobody, as the crew does. */
    private static final class AtOnce extends Crew {

        @Override
        void start() {
            // No threads.
        }

        @Override
        public void begin(Runnable task) {
            task.run();
        }
    }
}
