package sample.cycle.wide;

import sample.cycle.left.Left;

/** Uses one of the two that it may use. */
public final class Wide {
    public String name(Left left) {
        return left.toString();
    }
}
