package io.kollega.insights;

import io.kollega.shell.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import kollega.measurement.disclosure.Reason;

/** How figures speak: values in their own units, and sentences of plain words. */
final class Words {
    private Words() {}

    static String measure(Page page, Measure measure) {
        return page.t("insights.measure." + measure.slug());
    }

    static String value(Page page, Measure measure, double value) {
        return switch (measure.kind()) {
            case NET -> page.signed(value);
            case SHARE -> page.percent(value);
            case MEAN -> String.format(page.locale(), "%.1f", value);
        };
    }

    /** A figure's value; of a band, its end with a sign that says so. */
    static String value(Page page, Measure measure, Figure.Published figure) {
        return value(page, measure, figure.value(), figure.precision());
    }

    static String value(Page page, Measure measure, double value, Figure.Precision precision) {
        String words = value(page, measure, value);
        return switch (precision) {
            case USUAL, COARSE -> words;
            case AT_LEAST -> "≥" + words;
            case AT_MOST -> "≤" + words;
            case BETWEEN -> "≈" + words;
        };
    }

    /** A value as a number of a file, no finer than the page tells it. */
    static Number rounded(Measure measure, double value) {
        return switch (measure.kind()) {
            case NET -> Math.round(value);
            case SHARE -> hundredths(value);
            case MEAN -> BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        };
    }

    /** A share as files have it. */
    static BigDecimal hundredths(double share) {
        return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP);
    }

    /** A figure in a file: a number, or of a band the words that say so. */
    static Object cell(Page page, Measure measure, Figure.Published figure) {
        return switch (figure.precision()) {
            case USUAL, COARSE -> rounded(measure, figure.value());
            case AT_LEAST, AT_MOST, BETWEEN -> value(page, measure, figure);
        };
    }

    /** Why a figure is not told more finely; empty where it is told as finely as any. */
    static String precision(Page page, Figure.Published figure) {
        return switch (figure.precision()) {
            case USUAL -> "";
            case COARSE -> page.t("insights.precision.coarse");
            case AT_LEAST, AT_MOST, BETWEEN -> page.t("insights.precision.band");
        };
    }

    /** A value that stands alone: a mean says of how many. */
    static String alone(Page page, Measure measure, Figure.Published figure) {
        String words = value(page, measure, figure);
        return measure.kind() == Measure.Kind.MEAN
                ? page.t("insights.of-most", words, measure.highest())
                : words;
    }

    /** A distance between two values, without its sign, as it follows "less than". */
    static String distance(Page page, Measure measure, double distance) {
        return distance(page, measure, distance, "");
    }

    private static String distance(Page page, Measure measure, double distance, String form) {
        double length = Math.abs(distance);
        return switch (measure.kind()) {
            case NET -> page.t("insights.points" + form, Math.round(length));
            case SHARE -> page.t("insights.percentage-points" + form, Math.round(100 * length));
            case MEAN -> String.format(page.locale(), "%.1f", length);
        };
    }

    static String range(Page page, Measure measure, double low, double high) {
        return page.t("insights.range", value(page, measure, low), value(page, measure, high));
    }

    /** How many answers, and from how many people where they are known. */
    static String count(Page page, Measure measure, Figure.Published figure) {
        return measure.rated()
                ? page.t("insights.answers-from", figure.n(), figure.raters())
                : page.t("insights.promises", figure.n(), figure.raters());
    }

    /** The figure beside the company; empty for the company itself. */
    static String compared(Page page, Measure measure, Figure.Published figure) {
        Figure.Comparison comparison = figure.comparison();
        if (comparison == null) {
            return "";
        }
        return compared(
                page,
                value(page, measure, comparison.company()),
                comparison.below(),
                comparison.flag());
    }

    static String compared(Page page, String company, double below, Figure.Flag flag) {
        return switch (flag) {
            case BELOW -> page.t("insights.below", company, likely(page, below));
            case ABOVE -> page.t("insights.above", company, likely(page, 1 - below));
            case NONE ->
                    below >= 0.5
                            ? page.t("insights.perhaps-below", company, likely(page, below))
                            : page.t("insights.perhaps-above", company, likely(page, 1 - below));
        };
    }

    /** How large a change must be to be told from chance. */
    static String detectable(Page page, Measure measure, Figure.Published figure) {
        Gauge scale = Gauge.of(measure);
        return figure.detectable() >= scale.high() - scale.low()
                ? page.t("insights.nothing-detectable", figure.n())
                : page.t(
                        "insights.detectable",
                        distance(page, measure, figure.detectable()),
                        figure.n());
    }

    /** Of what a fair figure is made. */
    static String fair(
            Page page, Measure measure, Fairness.Fair fair, String client, String provider) {
        String ofClient =
                page.t(
                        "insights.fair.client." + side(measure, fair.client(), "below", "above"),
                        client,
                        by(page, measure, fair.client()));
        String ofProvider =
                page.t(
                        "insights.fair.provider."
                                + side(measure, fair.provider(), "below", "above"),
                        provider,
                        by(page, measure, fair.provider()));
        String pair =
                page.t(
                        "insights.fair.pair." + side(measure, fair.pair(), "worse", "better"),
                        by(page, measure, fair.pair()));
        return page.t("insights.fair", ofClient, ofProvider, pair);
    }

    /** Differences of less than a hundredth of the scale are not worth a word. */
    private static String side(Measure measure, double effect, String below, String above) {
        Gauge scale = Gauge.of(measure);
        return Math.abs(effect) < 0.01 * (scale.high() - scale.low())
                ? "usual"
                : effect < 0 ? below : above;
    }

    private static String by(Page page, Measure measure, double distance) {
        return distance(page, measure, distance, ".by");
    }

    static String withheld(Page page, Measure measure, Reason reason) {
        return switch (reason) {
            case Reason.TooFewRaters(int required) when !measure.rated() ->
                    page.t("insights.withheld.few-promises", required);
            case Reason.NoAnswers() -> page.t("insights.withheld.no-answers");
            case Reason.TooFewRaters(int required) -> page.t("insights.withheld.few", required);
            case Reason.Dominated(double share) ->
                    page.t("insights.withheld.dominated", page.percent(share));
            case Reason.CouldBeWorkedOut _, Reason.CouldBeNarrowedDown _ ->
                    page.t("insights.withheld.derivable");
        };
    }

    /** Never quite certain: 97 %, more than 99 %. */
    private static String likely(Page page, double probability) {
        return probability > 0.99
                ? page.t("insights.more-than", page.percent(0.99))
                : page.percent(probability);
    }
}
