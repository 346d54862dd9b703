package io.kollega.catalog;

import java.time.Instant;

/** A published version in the history of a standard. */
record StandardVersion(StandardId id, int version, Instant publishedAt) {}
