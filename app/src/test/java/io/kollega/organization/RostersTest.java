package io.kollega.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.shell.Messages;
import io.kollega.shell.Visitor;
import io.kollega.tables.CellProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KollegaTest
class RostersTest {
    @Autowired Rosters rosters;
    @Autowired Organization organization;
    @Autowired Staffing staffing;
    @Autowired Messages messages;

    @Test
    void bringsInUnitsAndPeople() throws IOException {
        Roster units =
                units(
                        """
                        code,name,english,parent,from
                        r-top,Завод,Plant,,2024-01-01
                        r-shop,Цех,,r-top,01.02.2024
                        """);
        assertThat(units)
                .isInstanceOfSatisfying(
                        Roster.OfUnits.class,
                        sound -> {
                            assertThat(sound.changes())
                                    .extracting(RosterChange::what)
                                    .containsOnly(RosterChange.What.NEW);
                            rosters.bring(sound, 0);
                        });
        Unit shop = organization.unit("r-shop").orElseThrow();
        assertThat(shop.parent()).isEqualTo(organization.unit("r-top").orElseThrow().id());
        assertThat(organization.units(LocalDate.of(2024, 1, 31)))
                .extracting(Unit::code)
                .contains("r-top")
                .doesNotContain("r-shop");

        Roster people =
                people(
                        """
                        Код;Имя;Фамилия;Почта;Подразделение;Руководитель;С
                        r-1;Пётр;Ёлкин;petr@example.ru;r-shop;да;2024-03-01
                        r-2;Анна;"Ким; младшая";;r-shop;;
                        """);
        assertThat(people)
                .isInstanceOfSatisfying(Roster.OfPeople.class, sound -> rosters.bring(sound, 0));
        Person petr = organization.person("r-1").orElseThrow();
        assertThat(petr.head()).isTrue();
        assertThat(organization.person("r-2").orElseThrow().familyName()).isEqualTo("Ким; младшая");
    }

    @Test
    void saysBeforehandWhatWouldChange() throws IOException {
        rosters.bring((Roster.OfUnits) units("code,name\nc-1,Один\nc-2,Два\nc-3,Три\n"), 0);
        Roster again = units("code,name,parent\nc-1,Один,\nc-2,Второй,\nc-3,Три,c-1\nc-4,Новый,\n");
        assertThat(again)
                .isInstanceOfSatisfying(
                        Roster.OfUnits.class,
                        sound ->
                                assertThat(sound.changes())
                                        .extracting(RosterChange::what)
                                        .containsExactly(
                                                RosterChange.What.SAME,
                                                RosterChange.What.RENAMED,
                                                RosterChange.What.MOVED,
                                                RosterChange.What.NEW));
        assertThat(organization.unit("c-4")).as("only looked at").isEmpty();
    }

    /** What a file does not speak of stays; "unchanged" is said of what changes nothing. */
    @Test
    void leavesAloneWhatAFileDoesNotSpeakOf() throws IOException {
        rosters.bring(
                (Roster.OfUnits)
                        units(
                                """
                                code,name,english,parent
                                bh-top,Проверочная дирекция,Check division,
                                bh-sub,Проверочный отдел,Check team,bh-top
                                """),
                0);
        rosters.bring(
                (Roster.OfPeople)
                        people(
                                """
                                code,given_name,family_name,unit,email,head
                                bh-p1,Ольга,Пробная,bh-sub,olga@example.org,yes
                                bh-p2,Пётр,Опытов,bh-sub,petr@example.org,no
                                """),
                0);
        Roster.OfUnits units = (Roster.OfUnits) units("code,name\nbh-sub,Проверочный отдел\n");
        Roster.OfPeople people =
                (Roster.OfPeople)
                        people(
                                """
                                code,given_name,family_name,unit
                                bh-p1,Ольга,Пробная,bh-sub
                                bh-p2,Пётр,Опытов,bh-sub
                                """);
        assertThat(units.changes())
                .extracting(RosterChange::what)
                .containsOnly(RosterChange.What.SAME);
        assertThat(people.changes())
                .extracting(RosterChange::what)
                .containsOnly(RosterChange.What.SAME);
        rosters.bring(units, 0);
        rosters.bring(people, 0);
        Unit sub = organization.unit("bh-sub").orElseThrow();
        assertThat(sub.parent()).isEqualTo(organization.unit("bh-top").orElseThrow().id());
        assertThat(sub.name().english()).isEqualTo("Check team");
        Person olga = organization.person("bh-p1").orElseThrow();
        assertThat(olga.head()).isTrue();
        assertThat(staffing.email(olga.id())).contains("olga@example.org");

        Roster.OfPeople cleared =
                (Roster.OfPeople)
                        people(
                                "code,given_name,family_name,unit,email\nbh-p1,Ольга,Пробная,bh-sub,\n");
        assertThat(cleared.changes())
                .extracting(RosterChange::what)
                .containsExactly(RosterChange.What.CHANGED);
        rosters.bring(cleared, 0);
        assertThat(staffing.email(olga.id())).isEmpty();
        assertThat(organization.person("bh-p1").orElseThrow().head()).isTrue();
    }

    @Test
    void refusesTwoColumnsOfOneMeaning() throws IOException {
        assertThat(problems(units("code,name,Название\nx-1,Один,Два\n")))
                .extracting(it -> it.line() + " " + it.column() + " " + it.expected())
                .containsExactly("1 Название organization.expected-one-column");
    }

    @Test
    void namesLineColumnValueAndWhatWasExpected() throws IOException {
        Roster people =
                people(
                        """
                        code,given_name,family_name,email,unit,head,from
                        p-1,Анна,Ким,anna@example.ru,it,no,2024-03-01
                        ,Пётр,Иванов,,it,,
                        p-3,,Иванов,,nowhere,maybe,2024-02-30
                        p-1,Олег,Иванов,not-a-mail,it,,
                        """);
        assertThat(problems(people))
                .extracting(it -> it.line() + " " + it.column() + " " + it.value())
                .containsExactlyInAnyOrder(
                        "3 code ",
                        "4 given_name ",
                        "4 head maybe",
                        "4 from 2024-02-30",
                        "4 unit nowhere",
                        "5 email not-a-mail",
                        "5 code p-1");
        assertThat(organization.person("p-1")).as("nothing is brought in").isEmpty();
    }

    @Test
    void refusesUnitsAboveThemselves() throws IOException {
        Roster units =
                units(
                        """
                        code,name,parent
                        k-1,Один,k-3
                        k-2,Два,k-1
                        k-3,Три,k-2
                        k-4,Четыре,k-1
                        """);
        assertThat(problems(units))
                .extracting(it -> it.line() + " " + it.value() + " " + it.expected())
                .containsExactly(
                        "2 k-3 organization.expected-no-circle",
                        "3 k-1 organization.expected-no-circle",
                        "4 k-2 organization.expected-no-circle");
    }

    @Test
    void refusesTwoHeadsOfOneUnit() throws IOException {
        Roster people =
                people(
                        """
                        code,given_name,family_name,unit,head
                        h-1,А,Б,it,yes
                        h-2,В,Г,it,yes
                        """);
        assertThat(problems(people))
                .extracting(it -> it.line() + " " + it.column())
                .containsExactly("3 head");
    }

    @Test
    void keepsToTwentyProblems() throws IOException {
        StringBuilder file = new StringBuilder("code,given_name,family_name,unit\n");
        for (int i = 0; i < 100; i++) {
            file.append("m-").append(i).append(",А,Б,nowhere\n");
        }
        assertThat(problems(people(file.toString()))).hasSize(20);
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertThat(expected(units(""))).containsExactly("tables.expected-content");
        assertThat(expected(units("code,name\n"))).containsExactly("tables.expected-content");
        assertThat(expected(units("name\nОдин\n"))).containsExactly("tables.expected-column");
        assertThat(expected(units("code,name\na,\"Один\nb,Два\n")))
                .containsExactly("tables.expected-quoting");
        assertThat(expected(units("code,name\na,Один,лишнее\n")))
                .containsExactly("tables.expected-width");
        byte[] wrong = "code,name\na,Größe\n".getBytes(Charset.forName("windows-1252"));
        Roster encoding = rosters.readUnits(new ByteArrayInputStream(wrong));
        assertThat(expected(encoding)).containsExactly("tables.expected-text");
        assertThat(problems(encoding).getFirst().line()).isEqualTo(2);
    }

    @Test
    void readsNamesOnOneLineFromFilesOfExcel() throws IOException {
        byte[] excel =
                "Код;Название\r\nxl-1;\"Отдел\nснабжения\"\r\n"
                        .getBytes(Charset.forName("windows-1251"));
        assertThat(rosters.readUnits(new ByteArrayInputStream(excel)))
                .isInstanceOfSatisfying(
                        Roster.OfUnits.class,
                        sound -> {
                            assertThat(sound.writtenIn()).isEqualTo("Windows-1251");
                            assertThat(sound.units().getFirst().name().text())
                                    .isEqualTo("Отдел снабжения");
                        });
    }

    /** A list as Excel writes it, with a code that begins with zeros and a day. */
    @Test
    void readsWorkbooks() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Подразделения");
            sheet.value(0, 0, "Код");
            sheet.value(0, 1, "Название");
            sheet.value(0, 2, "С");
            sheet.value(1, 0, 42);
            sheet.style(1, 0).format("00000").set();
            sheet.value(1, 1, "Отдел из книги");
            sheet.value(1, 2, LocalDate.of(2025, 2, 1));
            sheet.style(1, 2).format("dd.mm.yyyy").set();
        }
        Roster.OfUnits units =
                (Roster.OfUnits) rosters.readUnits(new ByteArrayInputStream(file.toByteArray()));
        assertThat(units.writtenIn()).isEqualTo("XLSX (Подразделения)");
        assertThat(units.units())
                .containsExactly(
                        new NewUnit(
                                "00042",
                                Name.of("Отдел из книги"),
                                null,
                                LocalDate.of(2025, 2, 1)));
    }

    /** Every heading that the page lists is read, in both languages. */
    @Test
    void readsTheHeadingsItLists() throws IOException {
        for (RosterFiles.Kind kind : RosterFiles.Kind.values()) {
            String unread = " ".repeat(3);
            for (boolean russian : new boolean[] {false, true}) {
                String header =
                        Rosters.headings(kind).stream()
                                .map(it -> russian ? it.russian() : it.english())
                                .collect(Collectors.joining(";"));
                String row = unread + ";".repeat(Rosters.headings(kind).size() - 1) + "\n";
                ByteArrayInputStream file = bytes(header + "\n" + row);
                Roster roster =
                        kind == RosterFiles.Kind.UNITS
                                ? rosters.readUnits(file)
                                : rosters.readPeople(file);
                assertThat(problems(roster))
                        .as(header)
                        .filteredOn(it -> it.expected().equals("organization.expected-text"))
                        .hasSizeGreaterThan(1);
                assertThat(problems(roster))
                        .extracting(CellProblem::expected)
                        .doesNotContain(
                                "tables.expected-column", "organization.expected-one-column");
            }
        }
    }

    /** Codes that look alike are one code. */
    @Test
    void takesCodesThatLookAlikeForOne() throws IOException {
        rosters.bring((Roster.OfUnits) units("code,name\nlook-1,Один\n"), 0);
        Roster.OfUnits alike = (Roster.OfUnits) units("code,name\nlook\u200b-1,Один\n");
        assertThat(alike.changes())
                .extracting(RosterChange::what)
                .containsExactly(RosterChange.What.SAME);
        assertThat(problems(units("code,name\nlook-2,А\nlook-\u00ad2,Б\n")))
                .extracting(it -> it.line() + " " + it.expected())
                .containsExactly("3 organization.expected-once");
        Roster.OfPeople person =
                (Roster.OfPeople)
                        people("code,given_name,family_name,unit\nlp-1,А,Б,look-\u20601\n");
        assertThat(person.people().getFirst().unitCode()).isEqualTo("look-1");
        assertThat(organization.unit(" look\u200d-1 ")).isPresent();
    }

    private Roster units(String csv) throws IOException {
        return rosters.readUnits(bytes(csv));
    }

    private Roster people(String csv) throws IOException {
        return rosters.readPeople(bytes(csv));
    }

    private static ByteArrayInputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CellProblem> problems(Roster roster) {
        return ((Roster.Unsound) roster).problems();
    }

    private List<String> expected(Roster roster) {
        for (CellProblem problem : problems(roster)) {
            for (Locale locale : List.of(Visitor.ENGLISH, Visitor.RUSSIAN)) {
                assertThat(problem.sentence(messages, locale)).isNotBlank();
            }
        }
        return problems(roster).stream().map(CellProblem::expected).toList();
    }
}
