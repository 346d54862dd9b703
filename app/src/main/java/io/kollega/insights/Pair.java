package io.kollega.insights;

import io.kollega.organization.UnitId;

/** The unit that asks and the unit that serves. */
record Pair(UnitId client, UnitId provider) {}
