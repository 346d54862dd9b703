package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;

/** Something a unit offers to others. */
public record OfferedService(ServiceId id, String code, UnitId unit, Name name, Name summary) {}
