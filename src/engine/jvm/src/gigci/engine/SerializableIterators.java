package gigci.engine;

import com.cloudbees.groovy.cps.impl.Caller;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Groovy category that gives CPS code iterators and views that can be saved, so that `for (x in list) { step }` works.
 * The Pipeline plugin brings such a category; groovy-cps itself has none. It covers the same receivers.
 */
public final class SerializableIterators {
    private SerializableIterators() {
    }

    public static <E> Iterator<E> iterator(List<E> list) {
        return new ListIterator<>(list);
    }

    public static <E> Iterator<E> iterator(Set<E> set) {
        return new ListIterator<>(new ArrayList<>(set));
    }

    public static <E> Iterator<E> iterator(E[] array) {
        return new ListIterator<>(Arrays.asList(array));
    }

    public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
        if (!calledByCps(map, "entrySet")) {
            return map.entrySet();
        }
        Set<Map.Entry<K, V>> entries = new LinkedHashSet<>();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            entries.add(new AbstractMap.SimpleImmutableEntry<>(entry));
        }
        return entries;
    }

    public static <K> Set<K> keySet(Map<K, ?> map) {
        return calledByCps(map, "keySet") ? new LinkedHashSet<>(map.keySet()) : map.keySet();
    }

    public static <V> Collection<V> values(Map<?, V> map) {
        return calledByCps(map, "values") ? new ArrayList<>(map.values()) : map.values();
    }

    /** Code of the other colour never stops in the middle, so there the real view is kept. */
    private static boolean calledByCps(Map<?, ?> map, String method) {
        return Caller.isAsynchronous(map, method) || Caller.isAsynchronous(SerializableIterators.class, method, map);
    }

    private static final class ListIterator<E> implements Iterator<E>, Serializable {
        private static final long serialVersionUID = 1L;

        private final List<E> list;
        private int next;

        ListIterator(List<E> list) {
            this.list = list;
        }

        @Override
        public boolean hasNext() {
            return next < list.size();
        }

        @Override
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return list.get(next++);
        }
    }
}
