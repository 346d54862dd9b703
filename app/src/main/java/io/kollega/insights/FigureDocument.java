package io.kollega.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A figure as programs get it: published, or withheld with its reason. */
@Schema(
        name = "Figure",
        oneOf = {FigureDocument.Published.class, FigureDocument.Withheld.class})
sealed interface FigureDocument {
    String N = "How many answers";
    String RATERS = "From how many people; where nobody is known, as many as answers";
    String MOVED = "When something was last taken in";
    String PRECISION =
            "coarse: a net score of fewer than 20 answers, rounded to 5; at-least, at-most, between:"
                    + " nearly all said the same, so low and high are the ends of a band and value is"
                    + " its inner end or its middle";
    String VALUE =
            "nps from -100 to 100; ease, solved and promises kept as shares from 0 to 1; aspects as"
                    + " means from 1 to 5";
    String LOW = "The lower end of the 95 % interval, on the same scale";
    String HIGH = "The upper end of the 95 % interval, on the same scale";
    String BELOW =
            "The probability, from 0 to 1, that the true figure lies below the company's; left out"
                    + " where it can't be compared";
    String WITHHELD = "Why there is no figure, as a sentence without its full stop";
    String FROM = "The first month counted";
    String TO = "The last month counted";
    String MONTH = "^\\d{4}-\\d{2}$";

    @Schema(name = "PublishedFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Published(
            @Schema(description = N) long n,
            @Schema(description = RATERS) long raters,
            @Schema(description = VALUE) double value,
            @Schema(description = LOW) double low,
            @Schema(description = HIGH) double high,
            @ValuesOf(Figure.Precision.class) @Schema(description = PRECISION) String precision,
            @Schema(description = MOVED) Instant moved,
            @Schema(description = BELOW) @Nullable Double below)
            implements FigureDocument {}

    @Schema(name = "WithheldFigure")
    record Withheld(@Schema(description = WITHHELD) String withheld)
            implements FigureDocument, Point {}

    static FigureDocument of(Figure figure) {
        return switch (figure) {
            case Figure.Published shown ->
                    new Published(
                            shown.n(),
                            shown.raters(),
                            shown.value(),
                            shown.low(),
                            shown.high(),
                            precision(shown),
                            shown.moved(),
                            below(shown));
            case Figure.Withheld(var reason) -> new Withheld(reason.sentence());
        };
    }

    /** What one unit says of another. */
    @Schema(
            name = "Cell",
            oneOf = {PublishedCell.class, WithheldCell.class})
    sealed interface Cell {
        static Cell of(UnitMatrix.Cell cell) {
            long client = cell.client().value();
            long provider = cell.provider().value();
            return switch (cell.figure()) {
                case Figure.Published shown ->
                        new PublishedCell(
                                client,
                                provider,
                                cell.from(),
                                cell.to(),
                                shown.n(),
                                shown.raters(),
                                shown.value(),
                                shown.low(),
                                shown.high(),
                                precision(shown),
                                shown.moved(),
                                below(shown));
                case Figure.Withheld(var reason) ->
                        new WithheldCell(client, provider, reason.sentence());
            };
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublishedCell(
            long client,
            long provider,
            @Schema(description = FROM, type = "string", pattern = MONTH) @Nullable YearMonth from,
            @Schema(description = TO, type = "string", pattern = MONTH) @Nullable YearMonth to,
            @Schema(description = N) long n,
            @Schema(description = RATERS) long raters,
            @Schema(description = VALUE) double value,
            @Schema(description = LOW) double low,
            @Schema(description = HIGH) double high,
            @ValuesOf(Figure.Precision.class) @Schema(description = PRECISION) String precision,
            @Schema(description = MOVED) Instant moved,
            @Schema(description = BELOW) @Nullable Double below)
            implements Cell {}

    record WithheldCell(long client, long provider, @Schema(description = WITHHELD) String withheld)
            implements Cell {}

    /** One month. */
    @Schema(
            name = "Point",
            oneOf = {PublishedPoint.class, Withheld.class})
    sealed interface Point {
        static Point of(Publications.Point point) {
            return switch (point.figure()) {
                case Figure.Published shown ->
                        new PublishedPoint(
                                point.month(),
                                point.month(),
                                shown.n(),
                                shown.raters(),
                                shown.value(),
                                shown.low(),
                                shown.high(),
                                precision(shown));
                case Figure.Withheld(var reason) -> new Withheld(reason.sentence());
            };
        }
    }

    record PublishedPoint(
            @Schema(description = FROM, type = "string", pattern = MONTH) YearMonth from,
            @Schema(description = TO, type = "string", pattern = MONTH) YearMonth to,
            @Schema(description = N) long n,
            @Schema(description = RATERS) long raters,
            @Schema(description = VALUE) double value,
            @Schema(description = LOW) double low,
            @Schema(description = HIGH) double high,
            @ValuesOf(Figure.Precision.class) @Schema(description = PRECISION) String precision)
            implements Point {}

    private static String precision(Figure.Published shown) {
        return shown.precision().slug();
    }

    private static @Nullable Double below(Figure.Published shown) {
        return shown.comparison() == null ? null : (Double) shown.comparison().below();
    }
}
