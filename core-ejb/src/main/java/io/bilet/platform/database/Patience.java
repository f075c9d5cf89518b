package io.bilet.platform.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * For work that may take long: connections that wait for an answer as long as told, not only for the few seconds in
 * which a caller must hear of a dead database. They go back to the pool as impatient as they came.
 */
record Patience(Duration atMost) {

    /** The same pool, with patient connections. */
    DataSource with(DataSource pool) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object answer = call(pool, method, arguments);
            return answer instanceof Connection connection ? patient(connection) : answer;
        });
    }

    private Connection patient(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(atMost.toMillis()));
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, before);
            }
            return call(connection, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                Patience.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.answer(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private interface Calls {

        @Nullable
        Object answer(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
