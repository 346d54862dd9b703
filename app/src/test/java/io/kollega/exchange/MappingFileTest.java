package io.kollega.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {
    private static final String FULL =
            """
            missing: ["?"]
            request: number
            at: { column: sys_updated_at, pattern: d/M/yyyy HH:mm, zone: Europe/Lisbon }
            state:
              columns: [incident_state]
              map:
                New: queued
                no: closed
                "Awaiting User Info": waiting-client
              otherwise: working
            unit: { column: assignment_group, parent: division }
            person: assigned_to
            client: { person: caller_id }
            service: category
            promise-kept: made_sla
            calendar: ru
            """;

    @Test
    void readsEveryKey() throws Exception {
        EventMapping mapping = MappingFile.read(new StringReader(FULL));
        assertThat(mapping.source()).isEqualTo("number");
        assertThat(mapping.missing()).containsExactly("?");
        assertThat(mapping.columns())
                .containsExactly(
                        "number",
                        "sys_updated_at",
                        "incident_state",
                        "assignment_group",
                        "division",
                        "assigned_to",
                        "caller_id",
                        "category",
                        "made_sla");
        assertThat(mapping.states())
                .containsEntry("New", EventState.QUEUED)
                .containsEntry("no", EventState.CLOSED)
                .containsEntry("Awaiting User Info", EventState.WAITING_CLIENT);
        assertThat(mapping.otherwise()).isEqualTo(EventState.WORKING);
        assertThat(mapping.calendar()).isEqualTo("ru");
    }

    @Test
    void needsOnlyWhatAnEventCannotDoWithout() throws Exception {
        EventMapping mapping =
                MappingFile.read(
                        new StringReader(
                                """
                                request: id
                                at: { column: time }
                                state: { columns: [status], otherwise: working }
                                unit: { column: team }
                                """));
        assertThat(mapping.calendar()).isEqualTo("always");
        assertThat(mapping.columns()).containsExactly("id", "time", "status", "team");
    }

    @ParameterizedTest
    @CsvSource({
        "'    New: queued', '    New: cued', 7, state.map.New, exchange.mapping.state",
        "'request: number', 'requst: number', 2, requst, exchange.mapping.unknown-key",
        "'request: number', '', 1, request, exchange.mapping.absent",
        "Europe/Lisbon, Europe/Lissabon, 3, at.zone, exchange.mapping.zone",
        "d/M/yyyy HH:mm, nonsense, 3, at.pattern, exchange.mapping.pattern",
        "d/M/yyyy HH:mm, d/M/yyyy hh:mm, 3, at.pattern, exchange.mapping.half-day",
        "d/M/yyyy HH:mm, d/M/yy HH:mm, 3, at.pattern, exchange.mapping.short-year",
        "'calendar: ru', 'calendar: [ru]', 16, calendar, exchange.mapping.text",
        "'calendar: ru', 'calendar: ru: x', 16, , exchange.mapping.yaml"
    })
    void refusesWithTheLineAndTheKey(
            String right, String wrong, long line, String key, String expected) {
        String text = FULL.replace(right, wrong);
        assertThatThrownBy(() -> MappingFile.read(new StringReader(text)))
                .isInstanceOfSatisfying(
                        MappingFile.Unusable.class,
                        e -> {
                            assertThat(e.problem().expected()).isEqualTo(expected);
                            assertThat(e.problem().line()).isEqualTo(line);
                            assertThat(e.problem().column())
                                    .isEqualTo(expected.endsWith(".text") ? null : key);
                        });
    }

    @Test
    void needsAZoneForAPatternWithoutOne() {
        assertThatThrownBy(() ->
                        MappingFile.read(
                                new StringReader(FULL.replace(", zone: Europe/Lisbon", ""))))
                .isInstanceOfSatisfying(
                        MappingFile.Unusable.class,
                        e -> {
                            assertThat(e.problem().column()).isEqualTo("at.zone");
                            assertThat(e.problem().expected()).isEqualTo("exchange.mapping.absent");
                        });
    }

    @Test
    void needsNoZoneForAPatternThatReadsOne() throws Exception {
        assertThat(
                        MappingFile.read(
                                        new StringReader(
                                                FULL.replace(
                                                        "d/M/yyyy HH:mm, zone: Europe/Lisbon",
                                                        "d/M/yyyy HH:mm XXX")))
                                .at()
                                .format()
                                .read("29/2/2016 01:16 +01:00"))
                .contains(java.time.Instant.parse("2016-02-29T00:16:00Z"));
    }

    /** Nine lists of nine aliases each would be 9^9 words; brackets without end are no mapping. */
    @Test
    void refusesWhatWouldGrowWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + before + ", ").repeat(8)).append("*").append(before).append("]\n");
        }
        for (String text :
                new String[] {bomb.toString(), "a: " + "[".repeat(20_000), "\u0001", ""}) {
            assertThatThrownBy(() -> MappingFile.read(new StringReader(text)))
                    .isInstanceOf(MappingFile.Unusable.class);
        }
    }

    @Test
    void saysThatAMappingIsNotUtf8() {
        byte[] cyrillic = FULL.replace("New", "Новое").getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() ->
                        MappingFile.read(
                                new InputStreamReader(
                                        new ByteArrayInputStream(cyrillic),
                                        StandardCharsets.UTF_8.newDecoder())))
                .isInstanceOfSatisfying(
                        MappingFile.Unusable.class,
                        e -> assertThat(e.problem().expected()).isEqualTo("tables.expected-utf8"));
    }
}
