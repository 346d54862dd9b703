package io.kollega.organization;

import org.jspecify.annotations.Nullable;

/** A node of the organization tree as it stands on the date it was asked for. */
public record Unit(UnitId id, String code, Name name, @Nullable UnitId parent) {}
