package io.kollega.promises;

import io.kollega.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** How holders are written in a column. */
final class Holders {
    private Holders() {}

    static String column(Holder holder) {
        return switch (holder) {
            case Holder.OfUnit _ -> "unit";
            case Holder.Client _ -> "client";
            case Holder.Approval _ -> "approval";
            case Holder.Outside _ -> "outside";
            case Holder.Scheduled _ -> "scheduled";
        };
    }

    static Holder of(String column, UnitId unit) {
        return switch (column) {
            case "unit" -> new Holder.OfUnit(unit);
            case "client" -> new Holder.Client();
            case "approval" -> new Holder.Approval();
            case "outside" -> new Holder.Outside();
            case "scheduled" -> new Holder.Scheduled();
            default -> throw new IllegalStateException("Unknown holder " + column + ".");
        };
    }

    static @Nullable Long unit(Holder holder) {
        return holder instanceof Holder.OfUnit(UnitId unit) ? unit.value() : null;
    }
}
