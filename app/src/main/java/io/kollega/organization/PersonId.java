package io.kollega.organization;

/** Identifies a person of the company. */
public record PersonId(long value) {}
