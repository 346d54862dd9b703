package kollega.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import kollega.benchmarks.load.Connection.Call;
import kollega.postgres.Coordinates;

/** The same question asked through Kollega and by {@code submission.sql}. */
record Submission(Call call, Map<String, String> variables) {

    static Submission of(Coordinates database, String token) throws SQLException {
        try (Parties parties = new Parties(database)) {
            parties.prepare();
            Parties.Party client = parties.party("client");
            long unit = parties.party("specialist").unit();
            return new Submission(
                    new Call(
                            "POST",
                            "/api/v1/requests",
                            token,
                            """
                            {"unit":%d,"kind":"question","subject":"Benchmark",\
                            "body":"A question asked by the benchmark"}\
                            """
                                    .formatted(unit)),
                    variables(parties, token, client, unit));
        }
    }

    private static Map<String, String> variables(
            Parties parties, String token, Parties.Party client, long unit) throws SQLException {
        Instant now = Instant.now();
        return Map.ofEntries(
                Map.entry("at", now.toString()),
                Map.entry("due", now.plus(Duration.ofDays(7)).toString()),
                Map.entry("today", LocalDate.ofInstant(now, ZoneOffset.UTC).toString()),
                Map.entry("hash", "\\x" + hash(token.substring(token.lastIndexOf(' ') + 1))),
                Map.entry("client", Long.toString(client.person())),
                Map.entry("client_unit", Long.toString(client.unit())),
                Map.entry("unit", Long.toString(unit)),
                Map.entry("standard", Long.toString(parties.standardOf(unit))),
                Map.entry("calendar", Long.toString(parties.calendar())),
                Map.entry("details", "{\"unit\":%d}".formatted(unit)));
    }

    private static String hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
