package io.kollega.insights;

import io.kollega.organization.UnitId;

/** What a figure is about. */
public sealed interface Subject {

    /** All that ask and all that serve. */
    record Company() implements Subject {}

    /** A unit as the one that asks. */
    record Client(UnitId unit) implements Subject {}

    /** A unit as the one that serves. */
    record Provider(UnitId unit) implements Subject {}

    /** One unit as the client of another. */
    record Between(UnitId client, UnitId provider) implements Subject {}
}
