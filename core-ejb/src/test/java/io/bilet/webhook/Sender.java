package io.bilet.webhook;

import static io.bilet.testing.TestDatabase.inNewTransaction;

import io.bilet.condition.ConditionReader;
import io.bilet.condition.FieldRegistry;
import io.bilet.feed.FeedLedger;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.secret.SecretBox;
import io.bilet.platform.work.Crew;
import io.bilet.platform.work.WorkDriver;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketFields;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A node that tells endpoints what happens, with threads of its own as on a server. */
final class Sender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Beans beans;
    private final Threads threads = new Threads();

    Sender(Clock clock, Path files) {
        beans = new Beans()
                .with(Clock.class, clock)
                .with(Crew.class, threads)
                .with(ConditionReader.class, new ConditionReader(new FieldRegistry(List.of(new TicketFields()))))
                .configure("bilet.http.private-hosts", "127.0.0.1")
                .configure("bilet.webhooks.timeout", "PT2S")
                .configure("bilet.files.dir", files.toString());
        beans.with(SecretBox.class, new SecretBox(Optional.empty(), files.toString()));
        beans.with(ConfigStamp.class, new Stamps(new Beans().get(ConfigStamp.class)));
        beans.get(WebhookSender.class);
    }

    WebhookAdmin.Issued listening(Receiver receiver, @Nullable JsonObject condition, String... types) {
        var draft =
                new WebhookAdmin.Draft("Test " + UUID.randomUUID(), receiver.url(), List.of(types), condition, true);
        return beans.get(WebhookAdmin.class).create(draft);
    }

    WebhookAdmin admin() {
        return beans.get(WebhookAdmin.class);
    }

    WebhookDeliveryLedger ledger() {
        return beans.get(WebhookDeliveryLedger.class);
    }

    Webhook webhook(WebhookId id) {
        return admin().get(id);
    }

    /** Oldest first. */
    List<Delivery> deliveries(WebhookId id) {
        return inNewTransaction(() -> {
            Slice<Delivery> page = beans.get(DeliveryQueries.class).page(id, Optional.empty(), Optional.empty(), 1_000);
            List<Delivery> all = new ArrayList<>(page.items());
            Collections.reverse(all);
            return all;
        });
    }

    /** Does what a node does again and again until something is so. */
    void runUntil(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to that.");
            }
            pulse();
            pause();
        }
    }

    /** Once all that a node does about webhooks. */
    void pulse() {
        beans.get(FeedLedger.class).number(500);
        beans.get(WebhookTimer.class).run();
        beans.get(WorkDriver.class).run();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What is to be tried later is due now. */
    void laterIsNow(WebhookId id) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                var update = connection.prepareStatement(
                        "UPDATE work SET due_at = UTC_TIMESTAMP(6) WHERE queue = ? AND leased_until < UTC_TIMESTAMP(6)")) {
            update.setString(1, Endpoint.queue(id));
            update.executeUpdate();
        }
    }

    @Override
    public void close() {
        threads.pool.shutdownNow();
    }

    /** Asked outside of transactions too, as a server's connections allow. */
    private static final class Stamps extends ConfigStamp {

        private final ConfigStamp stored;

        private Stamps(ConfigStamp stored) {
            this.stored = stored;
        }

        @Override
        public long version(String area) {
            return TestDatabase.inTransaction(() -> stored.version(area));
        }

        @Override
        public void raise(String area) {
            stored.raise(area);
        }
    }

    /** A thread for each task. */
    private static final class Threads extends Crew {

        private final ExecutorService pool = Executors.newCachedThreadPool();

        @Override
        public void begin(Runnable task) {
            pool.execute(task);
        }
    }
}
