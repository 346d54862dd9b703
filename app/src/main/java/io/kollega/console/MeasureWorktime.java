package io.kollega.console;

import io.kollega.tables.Table;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.ProductionCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much working time lies between two moments, or when so much of it will have passed. */
@Command(
        name = "worktime",
        description = {
            "Counts working time. A row with tz, start, end and perhaps pauses (from/to;from/to)",
            "gives business minutes; a row with tz, start and business_minutes gives when they are"
                    + " due."
        },
        mixinStandardHelpOptions = true)
final class MeasureWorktime implements Callable<Integer> {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    @Spec private CommandSpec spec;
    @Mixin private FileRows rows;
    @Mixin private Output output;

    @Option(
            names = "--calendar",
            required = true,
            paramLabel = "CALENDAR",
            description = {
                "ru: the Russian production calendar on the local dates of tz, 09:00-13:00 and"
                        + " 14:00-18:00, a shortened day ends at 17:00;",
                "always: every minute counts."
            })
    private Calendar calendar = Calendar.ru;

    private final Map<ZoneId, BusinessCalendar> calendars = new HashMap<>();

    /** Calendars by the names they have on the command line. */
    enum Calendar {
        ru,
        always
    }

    /** The JSON answer. */
    record Answers(List<Answer> rows) {}

    /** The answer to one row. */
    sealed interface Answer {
        record Elapsed(Number businessMinutes) implements Answer {}

        record Due(String due) implements Answer {}
    }

    @Override
    public Integer call() throws Refused {
        List<Answer> answers = new ArrayList<>();
        rows.read(
                List.of(WorktimeRow.ZONE, WorktimeRow.START),
                (row, problems) -> {
                    try {
                        answers.add(answer(row, WorktimeRow.read(row)));
                    } catch (WorktimeRow.Unusable unusable) {
                        problems.add(unusable.problem());
                    }
                });
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, new Answers(answers), () -> answers.forEach(answer -> tell(out, answer)));
        return 0;
    }

    private static void tell(PrintWriter out, Answer answer) {
        switch (answer) {
            case Answer.Elapsed(Number minutes) -> out.println(minutes + " business minutes");
            case Answer.Due(String due) -> out.println("due " + due);
        }
    }

    private Answer answer(Table.Row row, WorktimeRow asked) throws WorktimeRow.Unusable {
        BusinessCalendar hours = hours(asked.zone());
        Instant end = asked.end();
        if (end != null) {
            long seconds = hours.elapsedSeconds(asked.start(), end, asked.pauses());
            return new Answer.Elapsed(
                    seconds % 60 == 0 ? (Number) (seconds / 60) : (Number) (seconds / 60.0));
        }
        Long minutes = asked.minutes();
        try {
            return new Answer.Due(
                    ISO.format(
                            hours.due(
                                    asked.start(),
                                    60 * (minutes == null ? 0 : minutes),
                                    asked.pauses())));
        } catch (IllegalArgumentException beyondAllYears) {
            throw new WorktimeRow.Unusable(row, WorktimeRow.MINUTES, "console.expected-minutes");
        }
    }

    private BusinessCalendar hours(ZoneId zone) {
        return switch (calendar) {
            case ru -> calendars.computeIfAbsent(zone, ProductionCalendar.russian()::calendar);
            case always -> BusinessCalendar.always();
        };
    }
}
