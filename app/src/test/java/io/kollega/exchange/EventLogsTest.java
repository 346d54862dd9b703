package io.kollega.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kollega.KollegaTest;
import io.kollega.shell.Messages;
import io.kollega.tables.CellProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KollegaTest
class EventLogsTest {
    private static final String MAPPING =
            """
            source: %s
            missing: ["?"]
            request: number
            at: { column: at, pattern: d/M/yyyy HH:mm, zone: Europe/Lisbon }
            state:
              columns: [state]
              map: { New: queued, Active: working, Awaiting: waiting-client, Resolved: solved, Closed: closed }
            unit: { column: group }
            person: assigned
            client: { person: caller }
            promise-kept: made_sla
            """;

    /** Scattered and out of order on purpose; INC2 has no group at first; times are summer time. */
    private static final String LOG =
            """
            number;at;state;group;assigned;caller;made_sla
            INC1;1/7/2016 09:00;New;Group 1;?;Caller 1;true
            INC2;1/7/2016 09:30;New;?;?;Caller 2;true
            INC1;1/7/2016 10:00;Active;Group 2;Resolver 1;Caller 1;true
            INC1;1/7/2016 12:00;Resolved;Group 1;Resolver 2;Caller 1;true
            INC1;1/7/2016 11:00;Awaiting;Group 2;Resolver 1;Caller 1;true
            INC1;2/7/2016 09:00;Active;Group 1;Resolver 2;Caller 1;true
            INC1;2/7/2016 10:00;Resolved;Group 1;Resolver 2;Caller 1;false
            INC1;3/7/2016 10:00;Closed;Group 1;Resolver 2;Caller 1;false
            INC2;1/7/2016 10:30;Active;Group 2;Resolver 1;Caller 2;true
            INC2;1/7/2016 10:30;Closed;?;Resolver 1;Caller 2;true
            """;

    @Autowired private EventLogs logs;
    @Autowired private JdbcClient jdbc;
    @Autowired private Messages messages;

    @Test
    void countsRequestsUnitsHandoversReturnsAndReopenings() {
        assertThat(preview("counted", LOG))
                .isEqualTo(
                        new LogOutcome.Previewed(
                                new LogSummary(
                                        10,
                                        2,
                                        2,
                                        2,
                                        1,
                                        1,
                                        Instant.parse("2016-07-01T08:00:00Z"),
                                        Instant.parse("2016-07-03T09:00:00Z"))));
    }

    @Test
    void previewChangesNothing() {
        long before = requests();
        preview("previewed", LOG);
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void bringsInALogOnce() {
        long before = requests();
        assertThat(created(bring("once", LOG))).isEqualTo(2);
        long entries = count("requests.entry");
        long spans = count("promises.span");
        assertThat(requests()).isEqualTo(before + 2);
        assertThat(created(bring("once", LOG))).isZero();
        assertThat(requests()).isEqualTo(before + 2);
        assertThat(count("requests.entry")).isEqualTo(entries);
        assertThat(count("promises.span")).isEqualTo(spans);
    }

    @Test
    void listsTwentyProblemsAtMostAndChangesNothing() {
        long before = requests();
        StringBuilder wrong = new StringBuilder(LOG);
        for (int i = 0; i < 30; i++) {
            wrong.append("INC3;31/2/2016 09:00;Nowhere;Group 1;?;Caller 1;perhaps\n");
        }
        List<CellProblem> problems = refused(bring("wrong", wrong.toString()));
        assertThat(problems).hasSize(20);
        assertThat(problems.get(0))
                .isEqualTo(
                        CellProblem.of(
                                12,
                                "at",
                                "31/2/2016 09:00",
                                "exchange.expected-instant",
                                "d/M/yyyy HH:mm (Europe/Lisbon)"));
        assertThat(problems.get(1).column()).isEqualTo("state");
        assertThat(problems.get(1).value()).isEqualTo("Nowhere");
        assertThat(problems.get(2).column()).isEqualTo("made_sla");
        assertThat(requests()).isEqualTo(before);
    }

    /** It is 07:00 in Lisbon on the third of March 2026; on 27 March 2016 no clock showed 01:30. */
    @Test
    void refusesTimesThatHaveNotBeenOrWereOnNoClockWithTheirLine() {
        long before = requests();
        String log =
                LOG
                        + "INC3;3/3/2026 07:00;New;Group 1;?;Caller 1;true\n"
                        + "INC3;3/3/2026 07:01;New;Group 1;?;Caller 1;true\n"
                        + "INC3;27/3/2016 01:30;New;Group 1;?;Caller 1;true\n";
        assertThat(refused(bring("odd-times", log)))
                .containsExactly(
                        CellProblem.of(13, "at", "3/3/2026 07:01", "exchange.future-instant"),
                        CellProblem.of(
                                14,
                                "at",
                                "27/3/2016 01:30",
                                "exchange.skipped-instant",
                                "d/M/yyyy HH:mm (Europe/Lisbon)"));
        assertThat(requests()).isEqualTo(before);
    }

    /** Clocks went twice through 01:00 to 02:00 on 30 October 2016. */
    @Test
    void tellsHoursThatCameTwiceApartByTheOrderOfRows() {
        String log =
                """
                number;at;state;group;assigned;caller;made_sla
                INC9;30/10/2016 01:50;New;G;R;C;true
                INC9;30/10/2016 01:20;Active;G;R;C;true
                INC9;30/10/2016 02:05;Resolved;G;R;C;true
                """;
        assertThat(preview("autumn", log))
                .isInstanceOfSatisfying(
                        LogOutcome.Previewed.class,
                        seen -> assertThat(seen.summary().reopened()).isZero());
        assertThat(refused(preview("autumn-2", log + "INC9;30/10/2016 01:10;Active;G;R;C;true\n")))
                .extracting(it -> it.line() + " " + it.expected())
                .containsExactly("5 exchange.doubled-instant");
    }

    @Test
    void refusesUnknownColumn() {
        assertThat(refused(bring("column", LOG.replace("number;at", "nummer;at"))))
                .extracting(CellProblem::column)
                .containsExactly("number");
    }

    @Test
    void readsLogsInTheEncodingOfOldOffices() {
        byte[] cyrillic =
                LOG.replace("Group 2", "Группа 2").getBytes(Charset.forName("windows-1251"));
        assertThat(run("old-office", cyrillic, false))
                .isInstanceOfSatisfying(
                        LogOutcome.Previewed.class,
                        seen -> assertThat(seen.summary().events()).isEqualTo(10));
    }

    @Test
    void refusesBrokenQuotingWrongEncodingAndEmptyFileWhole() {
        long before = requests();
        assertThat(refused(bring("quotes", LOG + "INC4;\"1/7/2016 09:00;New;a;b;c;true\n")))
                .extracting(CellProblem::line)
                .containsExactly(12L);
        byte[] latin = LOG.replace("Group 2", "Größe 2").getBytes(Charset.forName("windows-1252"));
        assertThat(refused(run("encoding", latin, true)))
                .extracting(CellProblem::line)
                .containsExactly(4L);
        assertThat(refused(bring("empty", ""))).hasSize(1);
        assertThat(refused(bring("header", "number;at;state;group;assigned;caller;made_sla\n")))
                .hasSize(1);
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void refusesACompressedFileThatIsCutOffOrDamaged() throws IOException {
        long before = requests();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(
                    (LOG + "INC9;1/7/2016 09:00;New;A;b;c;true\n".repeat(50_000))
                            .getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = zipped.toByteArray();
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 20, 60, (byte) 0);
        for (byte[] bytes :
                List.of(Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, 5), damaged)) {
            assertThat(refused(run("cut", bytes, true)))
                    .extracting(CellProblem::expected)
                    .containsExactly("tables.expected-whole");
        }
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void saysWhichRowHasAnotherWidth() {
        assertThat(
                        refused(bring("ragged", LOG + "INC4;1/7/2016 09:00;New\n"))
                                .getFirst()
                                .sentence(messages, Locale.ENGLISH))
                .isEqualTo(
                        "Line 12: the row has 3 fields and the header 7; check separators and"
                                + " quotes");
    }

    @Test
    void bringsInRequestsWithoutUnitOrClientAndRequestsThatAreOnlyClosed() {
        long before = requests();
        String log =
                """
                number;at;state;group;assigned;caller;made_sla
                NOUNIT;1/7/2016 09:00;New;?;?;Caller 1;?
                NOUNIT;1/7/2016 10:00;Closed;?;?;Caller 1;?
                NOCLIENT;1/7/2016 09:00;New;Group 1;?;?;?
                CLOSED;1/7/2016 09:00;Closed;Group 1;?;Caller 1;true
                """;
        assertThat(created(bring("bare", log))).isEqualTo(3);
        assertThat(requests()).isEqualTo(before + 3);
        assertThat(created(bring("bare", log))).isZero();
    }

    /** In logs of service desks the group may change on a row that says closed. */
    @Test
    void leavesARequestFinishedWhenItGoesToAnotherUnitAfterwards() {
        String log =
                """
                number;at;state;group;assigned;caller;made_sla
                AFTER;1/7/2016 09:00;New;Group 1;?;Caller 1;true
                AFTER;1/7/2016 10:00;Resolved;Group 1;Resolver 1;Caller 1;true
                AFTER;1/7/2016 12:00;Resolved;Group 2;Resolver 2;Caller 1;true
                AFTER;1/7/2016 13:00;Closed;Group 1;Resolver 1;Caller 1;true
                """;
        assertThat(((LogOutcome.Imported) bring("after", log)).summary().handovers()).isEqualTo(2);
        assertThat(
                        jdbc.sql(
                                        """
                                        select r.state || ' ' || count(s.seq) || ' ' || max(s.to_at - s.from_at)
                                        from requests.request r join promises.span s on s.work = r.id
                                        where r.external_id = 'AFTER' group by r.state\
                                        """)
                                .query(String.class)
                                .single())
                .isEqualTo("closed 1 01:00:00");
    }

    /** As Excel writes it: instants are numbers that are shown as the mapping says. */
    @Test
    void readsTheSameFromAWorkbook() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DateTimeFormatter written = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm");
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Log");
            List<String> lines = LOG.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(";");
                for (int column = 0; column < cells.length; column++) {
                    if (row > 0 && column == 1) {
                        sheet.value(row, column, LocalDateTime.parse(cells[column], written));
                        sheet.style(row, column).format("d/m/yyyy hh:mm").set();
                    } else {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        List<String> readAs = new ArrayList<>();
        Progress heard =
                new Progress() {
                    @Override
                    public void reads(String writtenIn) {
                        readAs.add(writtenIn);
                    }

                    @Override
                    public void at(Part part, long done) {}
                };
        LogOutcome outcome =
                logs.preview(
                        new ByteArrayInputStream(file.toByteArray()),
                        new StringReader(MAPPING.formatted("sheet")),
                        heard);
        assertThat(outcome).isEqualTo(preview("plain", LOG));
        assertThat(readAs).containsExactly("XLSX (Log)");
    }

    @Test
    void bringsInTheRealLog() throws IOException {
        String folder = System.getenv("KOLLEGA_REAL_DATA");
        assumeTrue(
                folder != null && Files.isDirectory(Path.of(folder, "volvo-incidents-2013")),
                "KOLLEGA_REAL_DATA does not name a folder with the real event log");
        Path log = Path.of(folder, "volvo-incidents-2013", "events.csv.gz");
        Path mapping = Path.of(folder, "volvo-incidents-2013", "mapping.yml");
        LogSummary expected =
                new LogSummary(
                        65_533,
                        7_554,
                        649,
                        9_454,
                        1_258,
                        514,
                        Instant.parse("2010-03-31T14:59:42Z"),
                        Instant.parse("2012-05-22T23:22:25Z"));
        for (int created : new int[] {7_554, 0}) {
            try (InputStream bytes = Files.newInputStream(log);
                    Reader text = Files.newBufferedReader(mapping)) {
                assertThat(logs.bring(bytes, text, Progress.unheard()))
                        .isEqualTo(new LogOutcome.Imported(expected, created));
            }
        }
    }

    private LogOutcome preview(String source, String log) {
        return run(source, log.getBytes(StandardCharsets.UTF_8), false);
    }

    private LogOutcome bring(String source, String log) {
        return run(source, log.getBytes(StandardCharsets.UTF_8), true);
    }

    private LogOutcome run(String source, byte[] log, boolean write) {
        Reader mapping = new StringReader(MAPPING.formatted(source));
        InputStream bytes = new ByteArrayInputStream(log);
        return write
                ? logs.bring(bytes, mapping, Progress.unheard())
                : logs.preview(bytes, mapping, Progress.unheard());
    }

    private static int created(LogOutcome outcome) {
        assertThat(outcome).isInstanceOf(LogOutcome.Imported.class);
        return ((LogOutcome.Imported) outcome).created();
    }

    private static List<CellProblem> refused(LogOutcome outcome) {
        assertThat(outcome).isInstanceOf(LogOutcome.Refused.class);
        return ((LogOutcome.Refused) outcome).problems();
    }

    private long requests() {
        return count("requests.request");
    }

    private long count(String table) {
        return Objects.requireNonNull(
                jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
}
