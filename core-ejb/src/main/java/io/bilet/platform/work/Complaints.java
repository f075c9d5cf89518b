package io.bilet.platform.work;

import io.bilet.platform.log.FailureTrace;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says once that something does not run, and once that it runs again: the database may be away for long. */
@ApplicationScoped
public class Complaints {

    private static final Logger LOG = System.getLogger(Complaints.class.getName());

    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** Something will come again and again; until it fails, it has failed 0 times. */
    void expect(String name) {
        failures.putIfAbsent(name, 0L);
    }

    /** Does something that comes again, so that failing is no end. */
    void run(String name, Runnable task) {
        try {
            task.run();
            if (failing.remove(name)) {
                LOG.log(Level.INFO, () -> name + " runs again");
            }
        } catch (RuntimeException | Error failure) {
            failures.merge(name, 1L, Long::sum);
            if (failing.add(name)) {
                LOG.log(Level.WARNING, () -> name + " failed and will run again: " + FailureTrace.of(failure));
            }
        }
    }

    /** How often things failed since the start, by name; 0 where they did not. */
    public Map<String, Long> failures() {
        return Map.copyOf(failures);
    }
}
