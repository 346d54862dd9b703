package io.kollega.promises;

import org.jspecify.annotations.Nullable;

/** Why the clock of a promise stands still. */
public enum PauseReason {
    WAITING_CLIENT,
    WAITING_APPROVAL,
    WAITING_OUTSIDE,
    SCHEDULED;

    /** The name in URLs, JSON and forms: {@code waiting-client} and so on. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Who has the work in hand during such a pause. */
    Holder holder() {
        return switch (this) {
            case WAITING_CLIENT -> new Holder.Client();
            case WAITING_APPROVAL -> new Holder.Approval();
            case WAITING_OUTSIDE -> new Holder.Outside();
            case SCHEDULED -> new Holder.Scheduled();
        };
    }

    /** The pause in which this holder has the work in hand; null if the clock runs then. */
    static @Nullable PauseReason of(Holder holder) {
        return switch (holder) {
            case Holder.OfUnit _ -> null;
            case Holder.Client _ -> WAITING_CLIENT;
            case Holder.Approval _ -> WAITING_APPROVAL;
            case Holder.Outside _ -> WAITING_OUTSIDE;
            case Holder.Scheduled _ -> SCHEDULED;
        };
    }
}
