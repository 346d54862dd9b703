package io.kollega.access;

import java.time.ZoneId;
import java.util.Locale;

/** How somebody reads what is written to them. */
public record Reader(Locale locale, ZoneId zone) {}
