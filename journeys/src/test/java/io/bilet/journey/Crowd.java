package io.bilet.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at once. */
public final class Crowd {

    private Crowd() {}

    /** Starts everybody at the same moment and returns what each got. */
    public static <T> List<T> of(int size, Callable<T> deed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> results = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                results.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
