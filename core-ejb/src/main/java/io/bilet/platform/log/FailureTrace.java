package io.bilet.platform.log;

import java.sql.SQLException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Where a failure came from, without the texts of the exceptions, which may hold personal data. */
public final class FailureTrace {

    private static final int CAUSES_MAX = 8;
    private static final int FRAMES_MAX = 6;

    private FailureTrace() {}

    public static String of(Throwable failure) {
        StringJoiner trace = new StringJoiner(" <- ");
        int causes = 0;
        for (@Nullable Throwable cause = failure; cause != null && causes < CAUSES_MAX; cause = cause.getCause()) {
            trace.add(one(cause));
            causes++;
        }
        return trace.toString();
    }

    private static String one(Throwable failure) {
        StringJoiner frames = new StringJoiner(", ", name(failure) + " at ", "");
        int count = 0;
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (count < 2 || frame.getClassName().startsWith("io.bilet")) {
                frames.add(frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
                count++;
            }
            if (count >= FRAMES_MAX) {
                break;
            }
        }
        return frames.toString();
    }

    private static String name(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql ? name + " " + sql.getErrorCode() + "/" + sql.getSQLState() : name;
    }
}
