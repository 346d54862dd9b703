package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit to bring in. {@code parentCode} is null for a unit at the top. */
public record NewUnit(String code, Name name, @Nullable String parentCode, LocalDate from) {}
