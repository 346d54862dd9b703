package io.kollega.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes many rows into a table by PostgreSQL's COPY, in the caller's transaction. Until it is
 * closed the connection takes no other statement. What is not finished is not written.
 */
public final class Copy implements AutoCloseable {
    private static final int FLUSH = 1 << 16;

    private final Connection connection;
    private final DataSource source;
    private final CopyIn copy;
    private final StringBuilder pending = new StringBuilder(FLUSH + (FLUSH >> 2));

    private Copy(Connection connection, DataSource source, CopyIn copy) {
        this.connection = connection;
        this.source = source;
        this.copy = copy;
    }

    /** Begins. {@code columns}: their names with commas between them. */
    public static Copy into(DataSource source, String table, String columns) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return new Copy(
                    connection,
                    source,
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table + " (" + columns + ") from stdin"));
        } catch (SQLException e) {
            DataSourceUtils.releaseConnection(connection, source);
            throw e;
        }
    }

    /** Adds a row; values are written as their {@code toString}, null as null. */
    public void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                pending.append('\t');
            }
            Object value = values[i];
            switch (value) {
                case null -> pending.append("\\N");
                case Number number -> pending.append(number);
                case Boolean truth -> pending.append(truth ? 't' : 'f');
                case Instant instant -> pending.append(instant);
                default -> escape(value.toString());
            }
        }
        pending.append('\n');
        if (pending.length() >= FLUSH) {
            flush();
        }
    }

    /** Writes what is left, and ends. The number of rows is that of the whole copy. */
    public long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        pending.setLength(0);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> pending.append("\\\\");
                case '\t' -> pending.append("\\t");
                case '\n' -> pending.append("\\n");
                case '\r' -> pending.append("\\r");
                default -> pending.append(c);
            }
        }
    }
}
