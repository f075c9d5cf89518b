package io.bilet.spi.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints, after a contract was run, which of its rules hold. */
@API(status = Status.INTERNAL, since = "0.1")
public final class RuleTable implements TestWatcher, AfterAllCallback {

    private final Map<String, String> results = new TreeMap<>();

    @Override
    public void testSuccessful(ExtensionContext context) {
        results.put(context.getDisplayName(), "passed");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        results.put(context.getDisplayName(), "FAILED");
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        results.put(context.getDisplayName(), "not testable here");
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        results.put(context.getDisplayName(), "not run");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        StringBuilder table = new StringBuilder(context.getDisplayName()).append(System.lineSeparator());
        results.forEach((rule, result) -> table.append("  %-18s %s%n".formatted(result, rule)));
        System.out.print(table);
    }
}
