package io.kollega.requests;

import io.kollega.catalog.Standard;
import io.kollega.organization.Name;
import io.kollega.promises.Deadlines;
import io.kollega.promises.Deadlines.Standing;
import io.kollega.promises.Explanation;
import io.kollega.shell.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The promise of a request with its explanation.
 *
 * @param standard what was promised; null if it is not known
 * @param name of the service or of the unit whose standard it is
 * @param explanation why the solution is due then; null if nothing is promised
 */
record PromiseView(
        Deadlines deadlines,
        @Nullable Standard standard,
        @Nullable Name name,
        @Nullable Explanation explanation) {

    private static String slug(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String standingKey() {
        return "requests.standing." + slug(deadlines.solution());
    }

    String colour() {
        return switch (deadlines.solution()) {
            case RUNNING, KEPT -> "teal";
            case DUE_SOON -> "yellow";
            case PAUSED -> "orange";
            case OVERDUE, MISSED -> "red";
            case CANCELLED -> "secondary";
        };
    }

    /** How much working time is left, or how it went. */
    String left(Page page) {
        return page.t(
                "requests.left." + slug(deadlines.solution()),
                page.workDuration(deadlines.solutionLeft()),
                deadlines.paused() == null
                        ? ""
                        : page.t("requests.pause." + deadlines.paused().slug()));
    }

    /** The same of the first answer. */
    String response(Page page) {
        return page.t(
                "requests.response." + slug(deadlines.response()),
                page.when(deadlines.responseDue()),
                page.workDuration(deadlines.responseLeft()));
    }

    /** The lines worth reading: nights and lunch breaks stand between the others anyway. */
    List<Explanation.Line> lines() {
        return explanation == null
                ? List.of()
                : explanation.lines().stream()
                        .filter(line ->
                                !(line instanceof Explanation.Closed closed) || closed.dayOff())
                        .toList();
    }

    String kind(Explanation.Line line) {
        return switch (line) {
            case Explanation.Counted _ -> "counted";
            case Explanation.Closed _ -> "closed";
            case Explanation.Paused _, Explanation.Solved _ -> "paused";
        };
    }

    /** From when to when, in the zone of the calendar. */
    String span(Page page, Explanation.Line line) {
        ZonedDateTime from = zoned(line.from());
        ZonedDateTime to = zoned(line.to());
        if (line instanceof Explanation.Closed) {
            return format(page, from, "EEE d MMM") + "–" + format(page, to, "EEE d MMM");
        }
        String start = format(page, from, "EEE d MMM HH:mm");
        return start
                + "–"
                + (from.toLocalDate().equals(to.toLocalDate())
                        ? format(page, to, "HH:mm")
                        : format(page, to, "EEE d MMM HH:mm"));
    }

    String words(Page page, Explanation.Line line) {
        return switch (line) {
            case Explanation.Counted counted -> page.workDuration(counted.counted());
            case Explanation.Closed _ -> page.t("requests.why.day-off");
            case Explanation.Solved _ -> page.t("requests.why.solved");
            case Explanation.Paused paused ->
                    page.t(
                            "requests.why."
                                    + paused.ending()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                            page.t("requests.pause." + paused.reason().slug()),
                            page.duration(Duration.between(paused.from(), paused.to())));
        };
    }

    private ZonedDateTime zoned(Instant instant) {
        return instant.atZone(explanation == null ? java.time.ZoneOffset.UTC : explanation.zone());
    }

    private static String format(Page page, ZonedDateTime time, String pattern) {
        return page.format(pattern, time);
    }
}
