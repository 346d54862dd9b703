package io.kollega.waves;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure of a closed campaign as programs get it: published, or withheld with its reason. */
@Schema(
        name = "Finding",
        oneOf = {Finding.Published.class, Finding.Withheld.class})
sealed interface Finding {
    String QUESTION = "The code of a question, or SECTION: and that of a section";
    String MEASURE = "nps, favourable, mean, index, share or right";
    String OPTION = "The code of an option or of a matrix's row; null for the question itself";
    String UNIT = "With all units below it; null for everybody who was asked";
    String N = "How many people answered";
    String CANT_JUDGE = "How many could not judge; they are not in n";
    String VALUE =
            "nps from -100 to 100, index from 0 to 100, shares from 0 to 1, means on the question's"
                    + " own scale";
    String LOW = "The lower end of the 95 % interval";
    String HIGH = "The upper end of the 95 % interval";
    String WITHHELD = "Why there is no figure, as a sentence without its full stop";

    @Schema(name = "PublishedFinding")
    record Published(
            @Schema(description = QUESTION) String question,
            @Schema(description = MEASURE) String measure,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = OPTION)
                    @Nullable String option,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = UNIT)
                    @Nullable Long unit,
            @Schema(description = N) long n,
            @Schema(description = CANT_JUDGE) long cantJudge,
            @Schema(description = VALUE) double value,
            @Schema(description = LOW) double low,
            @Schema(description = HIGH) double high)
            implements Finding {}

    @Schema(name = "WithheldFinding")
    record Withheld(
            @Schema(description = QUESTION) String question,
            @Schema(description = MEASURE) String measure,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = OPTION)
                    @Nullable String option,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = UNIT)
                    @Nullable Long unit,
            @Schema(description = WITHHELD) String withheld)
            implements Finding {}
}
