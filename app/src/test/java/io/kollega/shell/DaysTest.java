package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void readsDaysInBothWritings() {
        assertThat(Days.read(" 2026-03-31 ")).contains(LocalDate.of(2026, 3, 31));
        assertThat(Days.read("31.03.2026")).contains(LocalDate.of(2026, 3, 31));
        assertThat(Days.read("1.4.2026")).contains(LocalDate.of(2026, 4, 1));
    }

    @Test
    void readsNoDayWhereThereIsNone() {
        for (String typed :
                new String[] {
                    null,
                    "",
                    "tomorrow",
                    "2026-02-30",
                    "31.02.2026",
                    "0001-01-01",
                    "1899-12-31",
                    "2200-01-01",
                    "+999999999-12-31",
                    "-9999-01-01"
                }) {
            assertThat(Days.read(typed)).as("%s", typed).isEmpty();
        }
    }
}
