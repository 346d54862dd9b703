package io.kollega.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
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
}
