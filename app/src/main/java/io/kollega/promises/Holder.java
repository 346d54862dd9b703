package io.kollega.promises;

import io.kollega.organization.UnitId;

/** Who has a piece of work in hand, and so whose time it is that passes. */
public sealed interface Holder {
    /** A unit that works, or has it waiting in its queue. */
    record OfUnit(UnitId unit) implements Holder {}

    /** The client, who was asked something. */
    record Client() implements Holder {}

    /** An approver. */
    record Approval() implements Holder {}

    /** A party outside the company. */
    record Outside() implements Holder {}

    /** Nobody: the work is agreed to go on at a later time. */
    record Scheduled() implements Holder {}
}
