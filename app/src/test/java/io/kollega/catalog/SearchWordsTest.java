package io.kollega.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.Name;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    private static final Unit IT =
            new Unit(
                    new UnitId(1),
                    "u-17",
                    new Name("Отдел информационных технологий", "Information Technology"),
                    null);

    @ParameterizedTest
    @CsvSource({
        "ИТ,true",
        "оит,true",
        "it,true",
        "u 17,true",
        "информ,true",
        "технологий,true",
        "инф,false",
        "отдел,false",
        "стоит,false",
        "ит закупки,false"
    })
    void knowsUnitsByNameAbbreviationAndCode(String typed, boolean known) {
        assertThat(SearchWords.name(SearchWords.of(typed), IT)).isEqualTo(known);
    }

    @Test
    void turnsTheLayoutRoundAndBack() {
        assertThat(SearchWords.inOtherLayout("Ghbynth")).isEqualTo("принтер");
        assertThat(SearchWords.inOtherLayout("зкштеук")).isEqualTo("printer");
        assertThat(SearchWords.inOtherLayout("<5>")).isEqualTo("<5>");
    }

    @Test
    void foldsDotsAndDecomposedLetters() {
        assertThat(SearchWords.of("Е\u0308лка, И\u0306од!")).containsExactly("елка", "йод");
    }
}
