package io.kollega.catalog;

/** A service as it is offered now: with the standard that a request made now is made under. */
public record Offer(OfferedService service, Standard standard) {}
