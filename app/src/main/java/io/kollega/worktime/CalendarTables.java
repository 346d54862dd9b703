package io.kollega.worktime;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of calendars and their versions. Nothing but additions, save the name of a calendar. */
@Component
class CalendarTables {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CalendarTables(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One at a time until the transaction ends: versions count up without a gap. */
    void lock() {
        jdbc.sql("lock table worktime.calendar in share row exclusive mode").update();
    }

    Optional<CalendarId> current(String code) {
        return jdbc.sql(
                        """
                        select max(v.id) from worktime.calendar_version v
                        join worktime.calendar c on c.id = v.calendar
                        where c.code = :code having max(v.id) is not null
                        """)
                .param("code", code)
                .query(Long.class)
                .optional()
                .map(CalendarId::new);
    }

    /** Adds a calendar, with its first version. */
    void add(String code, boolean company, Name name, CalendarRules rules, long actor) {
        jdbc.sql(
                        """
                        insert into worktime.calendar (code, company) values (:code, :company)
                        """)
                .param("code", code)
                .param("company", company)
                .update();
        revise(code, name, rules, actor);
    }

    /** Adds a version, which is in force at once. What was counted by an earlier one stays so. */
    CalendarId revise(String code, Name name, CalendarRules rules, long actor) {
        return new CalendarId(
                jdbc.sql(
                                """
                                insert into worktime.calendar_version
                                    (calendar, version, name, english, rules, holidays, made_at,
                                    made_by)
                                select c.id,
                                    1 + coalesce((select max(version) from worktime.calendar_version
                                                  where calendar = c.id), 0),
                                    :name, :english, cast(:rules as jsonb),
                                    (select max(id) from worktime.holiday_list where code = :holidays),
                                    :now, :actor
                                from worktime.calendar c where c.code = :code
                                returning id
                                """)
                        .param("code", code)
                        .param("name", name.text())
                        .param("english", name.english())
                        .param("rules", json.writeValueAsString(rules))
                        .param("holidays", rules.holidays())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("actor", actor)
                        .query(Long.class)
                        .single());
    }

    WorkCalendar read(CalendarId id) {
        return jdbc.sql(
                        """
                        select c.code, v.name, v.english, v.rules, h.days from worktime.calendar_version v
                        join worktime.calendar c on c.id = v.calendar
                        left join worktime.holiday_list h on h.id = v.holidays
                        where v.id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> {
                    CalendarRules rules =
                            json.readValue(row.getString("rules"), CalendarRules.class);
                    String days = row.getString("days");
                    HolidayList list =
                            days == null ? null : json.readValue(days, HolidayList.class);
                    return new WorkCalendar(
                            id,
                            row.getString("code"),
                            new Name(row.getString("name"), row.getString("english")),
                            rules.week(),
                            list == null ? null : list.years(),
                            rules.hours(list == null ? null : list.calendar()));
                })
                .single();
    }

    Optional<HolidayList> holidays(String code) {
        return jdbc.sql(
                        """
                        select days from worktime.holiday_list where code = :code
                        order by id desc limit 1
                        """)
                .param("code", code)
                .query(String.class)
                .optional()
                .map(days -> json.readValue(days, HolidayList.class));
    }

    /** Puts a new list in force, with a new version of each calendar that follows it. */
    void putHolidays(String code, HolidayList list, long actor) {
        jdbc.sql(
                        """
                        insert into worktime.holiday_list (code, days, made_at)
                        values (:code, cast(:days as jsonb), :now)
                        """)
                .param("code", code)
                .param("days", json.writeValueAsString(list))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (String calendar : followers(code)) {
            CalendarId current = current(calendar).orElseThrow();
            revise(calendar, read(current).name(), rules(current), actor);
        }
    }

    private List<String> followers(String holidays) {
        return jdbc.sql(
                        """
                        select c.code from worktime.calendar c
                        join lateral (select rules from worktime.calendar_version
                              where calendar = c.id order by version desc limit 1) v on true
                        where v.rules ->> 'holidays' = :holidays
                        """)
                .param("holidays", holidays)
                .query((row, _) -> row.getString(1))
                .list();
    }

    CalendarRules rules(CalendarId version) {
        return json.readValue(
                jdbc.sql("select rules from worktime.calendar_version where id = :id")
                        .param("id", version.value())
                        .query(String.class)
                        .single(),
                CalendarRules.class);
    }

    void setCompany(String code) {
        jdbc.sql("update worktime.calendar set company = false where company").update();
        jdbc.sql("update worktime.calendar set company = true where code = :code")
                .param("code", code)
                .update();
    }

    void assign(UnitId unit, String code) {
        jdbc.sql(
                        """
                        insert into worktime.unit_calendar (unit, calendar)
                        select :unit, id from worktime.calendar where code = :code
                        on conflict (unit) do update set calendar = excluded.calendar
                        """)
                .param("unit", unit.value())
                .param("code", code)
                .update();
    }

    void unassign(UnitId unit, String code) {
        jdbc.sql(
                        """
                        delete from worktime.unit_calendar u using worktime.calendar c
                        where u.unit = :unit and c.id = u.calendar and c.code = :code
                        """)
                .param("unit", unit.value())
                .param("code", code)
                .update();
    }

    /** Every calendar, the company's first, then by name. */
    List<CalendarLine> lines() {
        return jdbc
                .sql(
                        """
                        select v.id, v.version, v.made_at, c.company,
                            array(select unit from worktime.unit_calendar
                                  where calendar = c.id order by unit) as units
                        from worktime.calendar c
                        join lateral (select * from worktime.calendar_version
                              where calendar = c.id order by version desc limit 1) v on true
                        order by c.company desc, v.name collate "ru-x-icu"
                        """)
                .query((row, _) ->
                        new CalendarLine(
                                read(new CalendarId(row.getLong("id"))),
                                row.getInt("version"),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("company"),
                                units(row.getArray("units"))))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<UnitId> units(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).map(UnitId::new).toList();
    }
}
