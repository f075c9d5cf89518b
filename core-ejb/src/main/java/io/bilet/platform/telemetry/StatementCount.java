package io.bilet.platform.telemetry;

import java.util.concurrent.atomic.LongAdder;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the SQL statements of the present thread and of this node. Made by Hibernate. */
public class StatementCount implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final LongAdder ALL = new LongAdder();
    private static final ThreadLocal<long[]> MINE = ThreadLocal.withInitial(() -> new long[1]);

    /** Since the start of this node. */
    public static long ofNode() {
        return ALL.sum();
    }

    /** Of the present thread; the difference of two readings is what was issued in between. */
    public static long ofThread() {
        return MINE.get()[0];
    }

    @Override
    public String inspect(String sql) {
        ALL.increment();
        MINE.get()[0]++;
        return sql;
    }
}
