package io.kollega.catalog;

/** Identifies a service that a unit offers to others. */
public record ServiceId(long value) {}
