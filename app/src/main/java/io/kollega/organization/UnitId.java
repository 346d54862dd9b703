package io.kollega.organization;

/** Identifies a unit for as long as it exists, whatever its name or place in the tree. */
public record UnitId(long value) implements Comparable<UnitId> {
    @Override
    public int compareTo(UnitId other) {
        return Long.compare(value, other.value);
    }
}
