package io.kollega.catalog;

/** Identifies one version of a service's standard; a request keeps the one it was made under. */
public record StandardId(long value) {}
