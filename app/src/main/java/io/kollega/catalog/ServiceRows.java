package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a row of catalog.service is read. */
final class ServiceRows {
    static final String COLUMNS =
            "s.id, s.code, s.unit, s.name, s.name_english, s.summary, s.summary_english";

    private ServiceRows() {}

    static OfferedService read(ResultSet row, int number) throws SQLException {
        return new OfferedService(
                new ServiceId(row.getLong("id")),
                row.getString("code"),
                new UnitId(row.getLong("unit")),
                new Name(row.getString("name"), row.getString("name_english")),
                new Name(row.getString("summary"), row.getString("summary_english")));
    }
}
