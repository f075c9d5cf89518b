package io.bilet.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Iterator;

/** All beans of a type that exist by the time somebody asks. */
final class BeansOfType<T> implements Instance<T> {

    private final Class<T> type;
    private final Collection<?> beans;

    BeansOfType(Class<T> type, Collection<?> beans) {
        this.type = type;
        this.beans = beans;
    }

    @Override
    public Iterator<T> iterator() {
        return beans.stream().filter(type::isInstance).map(type::cast).iterator();
    }

    @Override
    public T get() {
        return iterator().next();
    }

    @Override
    public boolean isUnsatisfied() {
        return !iterator().hasNext();
    }

    @Override
    public boolean isAmbiguous() {
        return stream().count() > 1;
    }

    @Override
    public void destroy(T instance) {}

    @Override
    public Instance<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends T> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        return new BeansOfType<>(subtype, beans);
    }

    @Override
    public <U extends T> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<T> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<T>> handles() {
        throw new UnsupportedOperationException();
    }
}
