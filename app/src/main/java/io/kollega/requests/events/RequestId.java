package io.kollega.requests.events;

/** Identifies a request; also its number, which people quote. */
public record RequestId(long value) {}
