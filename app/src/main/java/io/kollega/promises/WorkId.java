package io.kollega.promises;

/** Identifies any piece of work that has a promise; for a request it is the request's number. */
public record WorkId(long value) {}
