package io.bilet.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.blob.Sha256;
import io.bilet.platform.database.Retry;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdempotentCallsIT {

    private static final BusinessClock NOW = BusinessClock.standingAt(Instant.parse("2026-11-23T09:00:00Z"));
    private static final Sha256 BODY = Sha256.of("body");
    private static final StoredAnswer CREATED = new StoredAnswer(201, "{\"ETag\":\"\\\"1\\\"\"}", "{\"id\":\"ç\"}");

    private final IdempotentCalls calls = new Beans().with(NOW).get(IdempotentCalls.class);
    private final AtomicInteger worked = new AtomicInteger();
    private final CallKey key = key("usr_1");

    @Test
    void the_first_call_does_the_work_and_the_second_is_given_its_answer() {
        Answered first = calls.answer(key, () -> BODY, this::work);
        Answered second = calls.answer(key, () -> BODY, this::work);

        assertThat(first).isEqualTo(new Answered(CREATED, false));
        assertThat(second).isEqualTo(new Answered(CREATED, true));
        assertThat(worked).hasValue(1);
    }

    @Test
    void a_call_costs_two_statements_and_a_repetition_two() {
        long first = TestDatabase.statements(() -> calls.answer(key, () -> BODY, this::work));
        long second = TestDatabase.statements(() -> calls.answer(key, () -> BODY, this::work));

        assertThat(first).isEqualTo(2);
        assertThat(second).isEqualTo(2);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        calls.answer(key, () -> BODY, this::work);

        assertThatThrownBy(() -> calls.answer(key, () -> Sha256.of("another"), this::work))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_call() {
        calls.answer(key, () -> BODY, this::work);

        assertThat(calls.answer(new CallKey("usr_2", key.route(), key.key()), () -> BODY, this::work)
                        .replayed())
                .isFalse();
    }

    @Test
    void keys_differ_by_case_and_blanks() {
        calls.answer(key, () -> BODY, this::work);

        assertThat(calls.answer(new CallKey(key.principal(), key.route(), key.key() + " "), () -> BODY, this::work)
                        .replayed())
                .isFalse();
        assertThat(calls.answer(
                                new CallKey(
                                        key.principal(), key.route(), key.key().toUpperCase(java.util.Locale.ROOT)),
                                () -> BODY,
                                this::work)
                        .replayed())
                .isFalse();
    }

    @Test
    void a_refused_call_leaves_the_key_free() {
        assertThatThrownBy(() -> calls.answer(key, () -> BODY, () -> {
                    throw new Conflict("Not now.");
                }))
                .isInstanceOf(Conflict.class);

        assertThat(calls.answer(key, () -> BODY, this::work).replayed()).isFalse();
    }

    @Test
    void after_a_day_the_key_names_a_new_call() {
        calls.answer(key, () -> BODY, this::work);
        var almost = new Beans()
                .with(NOW.after(Duration.ofHours(24).minusSeconds(1)))
                .get(IdempotentCalls.class);
        var dayLater = new Beans().with(NOW.after(Duration.ofHours(24))).get(IdempotentCalls.class);

        assertThat(almost.answer(key, () -> BODY, this::work).replayed()).isTrue();
        assertThat(dayLater.answer(key, () -> Sha256.of("another"), this::work).replayed())
                .isFalse();
        assertThat(worked).hasValue(2);
    }

    @Test
    void the_second_of_two_calls_at_once_waits_for_the_first_and_repeats_its_answer() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Answered> first = CompletableFuture.supplyAsync(() -> calls.answer(key, () -> BODY, () -> {
            working.countDown();
            await(mayEnd);
            return work();
        }));
        working.await();
        CompletableFuture<Answered> second =
                CompletableFuture.supplyAsync(() -> calls.answer(key, () -> BODY, this::work));

        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(second).isNotDone();
        mayEnd.countDown();

        assertThat(first.get(5, TimeUnit.SECONDS).replayed()).isFalse();
        assertThat(second.get(5, TimeUnit.SECONDS).replayed()).isTrue();
        assertThat(worked).hasValue(1);
    }

    @Test
    void a_call_that_takes_longer_than_five_seconds_is_not_waited_for() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Answered> first = CompletableFuture.supplyAsync(() -> calls.answer(key, () -> BODY, () -> {
            working.countDown();
            await(mayEnd);
            return work();
        }));
        working.await();

        long start = System.nanoTime();
        assertThatThrownBy(() -> new CallsInFlight().one(key, () -> calls.answer(key, () -> BODY, this::work)))
                .isInstanceOf(CallInProgress.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));

        mayEnd.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS).replayed()).isFalse();
    }

    @Test
    void p02_a_hundred_calls_at_once_act_once() throws Exception {
        CallsInFlight inFlight = new CallsInFlight();
        ExecutorService clients = Executors.newFixedThreadPool(100);
        List<Future<Answered>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(clients.submit(
                    () -> inFlight.one(key, () -> Retry.of(() -> calls.answer(key, () -> BODY, this::work)))));
        }
        clients.shutdown();

        for (Future<Answered> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).answer()).isEqualTo(CREATED);
        }
        assertThat(worked).hasValue(1);
    }

    @Test
    void keys_are_forgotten_when_their_day_is_over() {
        var longAgo = new Beans().with(NOW.after(Duration.ofDays(-30))).get(IdempotentCalls.class);
        longAgo.answer(key, () -> BODY, this::work);

        while (calls.sweep()) {
            // until nothing is left of the past
        }

        assertThat(longAgo.answer(key, () -> BODY, this::work).replayed()).isFalse();
    }

    private StoredAnswer work() {
        worked.incrementAndGet();
        return CREATED;
    }

    private static CallKey key(String principal) {
        return new CallKey(principal, "createTicket", "key-" + UUID.randomUUID());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
