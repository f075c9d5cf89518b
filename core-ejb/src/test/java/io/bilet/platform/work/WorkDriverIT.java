package io.bilet.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.testing.Beans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
