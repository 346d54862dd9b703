package sample.connections;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks the rule that every connection is given back. */
final class KeepsConnection {
    long count(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Long.class).stream().count();
    }
}
