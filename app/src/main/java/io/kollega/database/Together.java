package io.kollega.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Sends the writes of a deed to the server in one go instead of waiting for each. For the few paths
 * that must be fast and read nothing of what they have just written: what is written inside {@link
 * #send} is not there before it returns, though always in the same transaction.
 */
@Component
public final class Together {
    private static final ScopedValue<List<Write>> WAITING = ScopedValue.newInstance();

    private final NamedParameterJdbcOperations named;
    private final JdbcOperations jdbc;
    private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    Together(NamedParameterJdbcOperations named) {
        this.named = named;
        this.jdbc = named.getJdbcOperations();
    }

    private record Write(String sql, SqlParameterSource values) {}

    /**
     * Does a deed, inside a transaction, and sends at its end what it has written; in the order in
     * which it was written. A deed inside a deed goes along with it.
     */
    public <T> T send(Supplier<T> deed) {
        if (WAITING.isBound()) {
            return deed.get();
        }
        List<Write> waiting = new ArrayList<>();
        T done = ScopedValue.where(WAITING, waiting).call(deed::get);
        flush(waiting);
        return done;
    }

    /** Writes: at once, or inside {@link #send} together with the rest. Nothing is read from it. */
    public void write(String sql, SqlParameterSource values) {
        if (WAITING.isBound()) {
            WAITING.get().add(new Write(sql, values));
        } else {
            named.update(sql, values);
        }
    }

    private void flush(List<Write> waiting) {
        StringBuilder all = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (Write write : waiting) {
            ParsedSql sql =
                    parsed.computeIfAbsent(write.sql(), NamedParameterUtils::parseSqlStatement);
            all.append(all.isEmpty() ? "" : ";\n")
                    .append(NamedParameterUtils.substituteNamedParameters(sql, write.values()));
            Collections.addAll(
                    values, NamedParameterUtils.buildValueArray(sql, write.values(), null));
        }
        if (!all.isEmpty()) {
            jdbc.update(all.toString(), values.toArray());
        }
    }
}
