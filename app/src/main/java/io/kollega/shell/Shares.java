package io.kollega.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be on its way in at once, by anybody and by one address: bodies that are waited for,
 * and the memory that they take. A body that comes together with its head needs no share.
 */
final class Shares {
    private final int most;
    private final int mostOfOne;
    private final long memory;
    private final AtomicLong taken = new AtomicLong();
    private final Map<String, Integer> waiting = new HashMap<>();
    private int all;

    Shares(int most, int mostOfOne, long memory) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.memory = memory;
    }

    /** A share for one body; empty when there are too many already. */
    synchronized Optional<Share> take(String address) {
        int ofOne = waiting.getOrDefault(address, 0);
        if (all == most || ofOne == mostOfOne) {
            return Optional.empty();
        }
        all++;
        waiting.put(address, ofOne + 1);
        return Optional.of(new Share(address));
    }

    synchronized int waiting() {
        return all;
    }

    private synchronized void giveBack(String address) {
        all--;
        waiting.computeIfPresent(address, (_, ofOne) -> ofOne == 1 ? null : ofOne - 1);
    }

    /** What one body takes until it has been dealt with. */
    final class Share implements AutoCloseable {
        private final String address;
        private final AtomicLong held = new AtomicLong();
        private final AtomicBoolean waits = new AtomicBoolean(true);

        private Share(String address) {
            this.address = address;
        }

        /** Takes memory; false if there is none left. */
        boolean hold(long bytes) {
            if (taken.addAndGet(bytes) > memory) {
                taken.addAndGet(-bytes);
                return false;
            }
            held.addAndGet(bytes);
            return true;
        }

        /** Nothing is held in memory any more. */
        void letGo() {
            taken.addAndGet(-held.getAndSet(0));
        }

        /** The body is here: the address may send another, while this one keeps its memory. */
        void arrived() {
            if (waits.getAndSet(false)) {
                giveBack(address);
            }
        }

        @Override
        public void close() {
            arrived();
            letGo();
        }
    }
}
