package io.kollega.organization;

/** A unit would be above itself. */
final class CircleInTree extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CircleInTree(String code) {
        super("Unit " + code + " would be above itself");
    }
}
