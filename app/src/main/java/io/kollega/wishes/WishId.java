package io.kollega.wishes;

/** A wish. */
record WishId(long value) {}
