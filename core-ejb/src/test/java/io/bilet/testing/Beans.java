package io.bilet.testing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Beans of the core put together without a server: each class once, with its {@code @Inject} and {@code
 * @PersistenceContext} fields filled and its {@code @PostConstruct} called. Session beans begin transactions as they
 * do on a server; events fired are kept for the test to look at.
 */
public final class Beans {

    private static final EntityManager ENTITY_MANAGER = (EntityManager) Proxy.newProxyInstance(
            Beans.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                try {
                    return method.invoke(TestDatabase.current(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final Map<String, String> configuration = new HashMap<>();
    private final List<Object> fired = new ArrayList<>();

    /** Uses {@code bean} wherever a {@code type} is injected. */
    public <T> Beans with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    public Beans with(Clock clock) {
        return with(Clock.class, clock);
    }

    public Beans configure(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    /** The bean of that class, made when it is first asked for; nobody sees one that is half made. */
    public synchronized <T> T get(Class<T> type) {
        Object present = beans.get(type);
        if (present == null) {
            present = create(type);
        }
        return type.cast(present);
    }

    /** The CDI events fired so far, oldest first. */
    public List<Object> fired() {
        return fired;
    }

    private Object create(Class<?> type) {
        try {
            Object bean = instance(type.isAnnotationPresent(Stateless.class) ? transactional(type) : type);
            beans.put(type, bean);
            for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    fill(bean, field);
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type.getName(), e);
        }
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private void fill(Object bean, Field field) throws IllegalAccessException {
        field.setAccessible(true);
        if (field.isAnnotationPresent(PersistenceContext.class)) {
            field.set(bean, ENTITY_MANAGER);
        } else if (field.isAnnotationPresent(ConfigProperty.class)) {
            field.set(bean, configured(field));
        } else if (field.getType() == Event.class) {
            field.set(bean, new FiredEvents<>(fired));
        } else if (field.getType() == Instance.class) {
            var type = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            field.set(bean, new BeansOfType<>(type, beans.values()));
        } else if (field.isAnnotationPresent(Inject.class)) {
            field.set(bean, get(field.getType()));
        }
    }

    private Object configured(Field field) {
        ConfigProperty property = field.getAnnotation(ConfigProperty.class);
        if (field.getType() == Optional.class) {
            return Optional.ofNullable(configuration.get(property.name()));
        }
        String text = configuration.getOrDefault(property.name(), property.defaultValue());
        Class<?> type = field.getType();
        if (type == String.class) {
            return text;
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class) {
            return Long.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == ZoneId.class) {
            return ZoneId.of(text);
        }
        return parsed(type, text);
    }

    private static Object parsed(Class<?> type, String text) {
        try {
            return type.getMethod("parse", CharSequence.class).invoke(null, text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No configuration value can be a " + type.getName(), e);
        }
    }

    private static Class<?> transactional(Class<?> type) {
        return new ByteBuddy()
                .subclass(type)
                .method(ElementMatchers.isPublic().and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                .intercept(MethodDelegation.to(Transactions.class))
                .make()
                .load(
                        type.getClassLoader(),
                        net.bytebuddy.dynamic.loading.ClassLoadingStrategy.UsingLookup.of(lookup(type)))
                .getLoaded();
    }

    private static java.lang.invoke.MethodHandles.Lookup lookup(Class<?> type) {
        try {
            return java.lang.invoke.MethodHandles.privateLookupIn(type, java.lang.invoke.MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Container-managed transactions, as far as the core uses them. */
    public static final class Transactions {

        private Transactions() {}

        @RuntimeType
        public static Object around(@Origin Method method, @SuperCall Callable<Object> body) {
            return switch (attribute(method)) {
                case REQUIRES_NEW -> TestDatabase.inNewTransaction(() -> call(body));
                case NOT_SUPPORTED, NEVER, SUPPORTS -> call(body);
                case REQUIRED, MANDATORY -> TestDatabase.inTransaction(() -> call(body));
            };
        }

        private static TransactionAttributeType attribute(Method method) {
            TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
            TransactionAttribute of =
                    own != null ? own : method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
            return of == null ? TransactionAttributeType.REQUIRED : of.value();
        }

        private static Object call(Callable<Object> body) {
            try {
                return body.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
