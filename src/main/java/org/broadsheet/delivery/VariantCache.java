package org.broadsheet.delivery;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.broadsheet.mail.AlternativeBody;
import org.broadsheet.mail.InlinePicture;

/**
 * Renderings, each made once while it is kept, at most so many octets of them: those that were not needed for longest go first. What went is
 * made again, to the same octets (D15). A picture that several hold counts once.
 *
 * @param <K> what tells them apart
 * @param <V> a rendering with what belongs to it
 */
public final class VariantCache<K, V extends VariantCache.Weighed> {

    /** What holds a body. */
    public interface Weighed {

        AlternativeBody body();
    }

    /** Makes a rendering. */
    public interface Making<V, X extends Exception> {

        V make() throws X;
    }

    private static final int GATES = 64;

    private final long most;
    private final Semaphore making = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final ReentrantLock[] gates = Stream.generate(ReentrantLock::new).limit(GATES).toArray(ReentrantLock[]::new);
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<InlinePicture, Integer> holders = new IdentityHashMap<>();
    private long weight;

    /** @param most octets to keep; the latest rendering stays even if it alone is larger */
    public VariantCache(long most) {
        this.most = most;
    }

    /** The rendering of this key. One thread makes it, others that want the same wait; as many are made at once as there are processors. */
    public <X extends Exception> V get(K key, Making<V, X> rendering) throws X {
        var known = find(key);
        if (known != null) {
            return known;
        }
        var gate = gates[Math.floorMod(key.hashCode(), GATES)];
        gate.lock();
        try {
            known = find(key);
            return known == null ? keep(key, made(rendering)) : known;
        } finally {
            gate.unlock();
        }
    }

    /** What is of these keys is made anew. */
    public synchronized void forget(Predicate<K> keys) {
        kept.entrySet().removeIf(entry -> {
            var gone = keys.test(entry.getKey());
            if (gone) {
                release(entry.getValue().body());
            }
            return gone;
        });
    }

    /** Octets held now. */
    public synchronized long weight() {
        return weight;
    }

    /** How many renderings are held now. */
    public synchronized int size() {
        return kept.size();
    }

    private synchronized V find(K key) {
        return kept.get(key);
    }

    private <X extends Exception> V made(Making<V, X> rendering) throws X {
        making.acquireUninterruptibly();
        try {
            return rendering.make();
        } finally {
            making.release();
        }
    }

    private synchronized V keep(K key, V fresh) {
        kept.put(key, fresh);
        hold(fresh.body());
        for (var eldest = kept.entrySet().iterator(); weight > most && kept.size() > 1;) {
            release(eldest.next().getValue().body());
            eldest.remove();
        }
        return fresh;
    }

    private void hold(AlternativeBody body) {
        weight += body.weight();
        for (var picture : body.pictures()) {
            if (holders.merge(picture, 1, Integer::sum) == 1) {
                weight += picture.size();
            }
        }
    }

    private void release(AlternativeBody body) {
        weight -= body.weight();
        for (var picture : body.pictures()) {
            if (holders.merge(picture, -1, Integer::sum) == 0) {
                holders.remove(picture);
                weight -= picture.size();
            }
        }
    }
}
