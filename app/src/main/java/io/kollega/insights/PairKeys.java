package io.kollega.insights;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Pairs of units in measures, as parameters of a statement. */
record PairKeys(String[] measures, Long[] clients, Long[] providers) {

    /** A pair in a measure, as its row has it. */
    record Key(String measure, long client, long provider) {}

    static PairKeys of(Collection<Key> keys) {
        List<Key> listed = List.copyOf(keys);
        return new PairKeys(
                listed.stream().map(Key::measure).toArray(String[]::new),
                listed.stream().map(Key::client).toArray(Long[]::new),
                listed.stream().map(Key::provider).toArray(Long[]::new));
    }

    /** As a statement names them. */
    Map<String, Object> parameters() {
        return Map.of("measures", measures, "clients", clients, "providers", providers);
    }

    boolean isEmpty() {
        return measures.length == 0;
    }
}
