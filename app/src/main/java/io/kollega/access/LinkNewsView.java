package io.kollega.access;

import java.time.Instant;

/** Who made a link for the reader's password, when, and where the reader goes on to. */
record LinkNewsView(String by, Instant at, String to) {}
