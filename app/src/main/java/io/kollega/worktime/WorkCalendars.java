package io.kollega.worktime;

import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendars of the company: zone, working hours with breaks, exceptions by date. */
@Component
public final class WorkCalendars {
    /** Stands for the company in the map of assignments; ids of units begin with 1. */
    private static final UnitId COMPANY = new UnitId(0);

    /** Versions never change, so they may be kept; which of them holds is asked every time. */
    private final Map<CalendarId, WorkCalendar> versions = new ConcurrentHashMap<>();

    private final CalendarTables tables;
    private final Organization organization;
    private final JdbcClient jdbc;

    WorkCalendars(CalendarTables tables, Organization organization, JdbcClient jdbc) {
        this.tables = tables;
        this.organization = organization;
        this.jdbc = jdbc;
    }

    /** The calendar that the unit works by now: its own, or that of the nearest unit above. */
    public WorkCalendar of(UnitId unit) {
        Map<UnitId, CalendarId> assigned = assigned();
        if (assigned.size() > 1) {
            for (UnitId above : organization.upwards(unit)) {
                CalendarId own = assigned.get(above);
                if (own != null) {
                    return version(own);
                }
            }
        }
        return version(
                Objects.requireNonNull(assigned.get(COMPANY), "The company has no calendar."));
    }

    /** The very version that something was counted by. */
    public WorkCalendar version(CalendarId id) {
        WorkCalendar known = versions.get(id);
        if (known == null) {
            known = tables.read(id);
            versions.put(id, known);
        }
        return known;
    }

    /** The newest version of a calendar by its code, such as {@code ru} or {@code always}. */
    public Optional<WorkCalendar> named(String code) {
        return tables.current(code).map(this::version);
    }

    private Map<UnitId, CalendarId> assigned() {
        Map<UnitId, CalendarId> assigned = new HashMap<>();
        jdbc.sql(
                        """
                        select u.unit, max(v.id) from worktime.unit_calendar u
                        join worktime.calendar_version v on v.calendar = u.calendar
                        group by u.unit
                        union all
                        select 0, max(v.id) from worktime.calendar c
                        join worktime.calendar_version v on v.calendar = c.id
                        where c.company group by c.id
                        """)
                .query(
                        (org.springframework.jdbc.core.RowCallbackHandler)
                                row ->
                                        assigned.put(
                                                new UnitId(row.getLong(1)),
                                                new CalendarId(row.getLong(2))));
        return assigned;
    }
}
