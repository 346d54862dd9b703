package io.kollega.worktime;

/** Identifies one version of a calendar; a change of a calendar makes a new version. */
public record CalendarId(long value) {}
