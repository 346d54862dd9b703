package io.kollega.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kollega.postgres.Coordinates;
import kollega.postgres.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a shell calls it, on a database of its own. */
class TokenCommandTest {
    @TempDir static Path data;

    private static Map<String, String> settings = Map.of();

    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void foundCompany() throws Exception {
        Coordinates database = TestServer.fresh().coordinates();
        settings =
                Map.of(
                        "KOLLEGA_DATABASE_URL", database.jdbcUrl(),
                        "KOLLEGA_DATABASE_USER", database.user(),
                        "KOLLEGA_DATABASE_PASSWORD", database.password());
        settings.forEach(System::setProperty);
        Files.createDirectory(data.resolve("postgres"));
        Path units = data.resolve("units.csv");
        Files.writeString(units, "code,name,english,parent,since\nit,ИТ,IT,,2020-01-01\n");
        Path people = data.resolve("people.csv");
        Files.writeString(
                people,
                "code,given_name,family_name,email,unit,head,since\n"
                        + "T-1,Иван,Первый,,it,yes,2020-01-01\n"
                        + "T-2,Пётр,Второй,,it,no,2020-01-01\n");
        assertThat(run("import", "units", units.toString()).code()).isZero();
        assertThat(run("import", "people", people.toString()).code()).isZero();
    }

    @AfterAll
    static void forgetDatabase() {
        settings.keySet().forEach(System::clearProperty);
    }

    @Test
    void printsOneJsonObjectOfPeopleAndTokens() {
        Run made =
                run(
                        "token",
                        "create",
                        "--person",
                        "T-1",
                        "--person",
                        "T-2",
                        "--name",
                        "crowd",
                        "--open-account",
                        "--json");
        assertThat(made.code()).as(made.err()).isZero();
        JsonNode tokens = new JsonMapper().readTree(made.out()).get("tokens");
        assertThat(tokens.size()).isEqualTo(2);
        assertThat(tokens.get(0).propertyNames()).containsExactlyInAnyOrder("person", "token");
        assertThat(tokens.get(0).get("person").asString()).isEqualTo("T-1");
        assertThat(tokens.get(1).get("token").asString()).matches("kollega_[\\w-]{43}");

        Run one = run("token", "create", "--person", "t-1", "--name", "script");
        assertThat(one.out().strip()).as("alone, by the login it has now").startsWith("kollega_");
    }

    @Test
    void takesSecondFactorsAwayAndTellsWhoseTheyWere() throws Exception {
        run("token", "create", "--person", "T-2", "--name", "first", "--open-account");
        sql(
                """
                insert into access.recovery_code (person, hash)
                select person, 'x' from access.account where login = 't-2'
                """);
        Run reset = run("second-factor", "reset", "--person", "t-2");
        assertThat(reset.code()).as(reset.err()).isZero();
        assertThat(reset.out()).isEqualTo("The second factors of t-2 are taken away.\n");
        assertThat(sql("select count(*) from access.recovery_code")).isEqualTo("0");
        assertThat(sql("select actor from audit.line where deed = 'second-factor.reset'"))
                .isEqualTo("0");
        assertThat(sql("select sentence from notifications.notice"))
                .isEqualTo("notifications.account.factors-reset");
        Run unknown = run("second-factor", "reset", "--person", "nobody");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no account with the login nobody");
    }

    /** The one value that a statement gives; empty if it gives none. */
    private static String sql(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                settings.getOrDefault("KOLLEGA_DATABASE_URL", ""),
                                settings.get("KOLLEGA_DATABASE_USER"),
                                settings.get("KOLLEGA_DATABASE_PASSWORD"));
                Statement made = connection.createStatement()) {
            if (!made.execute(statement)) {
                return "";
            }
            ResultSet rows = made.getResultSet();
            assertThat(rows.next()).as(statement).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void saysForWhomThereIsNone() {
        Run refused = run("token", "create", "--person", "T-1", "nobody", "--name", "crowd");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("nobody: nobody who works here today has this login")
                .endsWith("No token was made.\n");
        assertThat(run("token", "create", "--name", "crowd").code()).isEqualTo(2);
        assertThat(terms("--name", " ").err()).contains("Say with --name what the token is for");
        assertThat(terms("--name", "x", "--expires", "2020-01-01").err()).contains("is over");
        assertThat(terms("--name", "x", "--expires", "2999-01-01").err())
                .contains("a year at most");
        assertThat(terms("--name", "x", "--scope", "all").code()).isEqualTo(2);
        assertThat(terms("--name", "x", "--expires", "tomorrow").code()).isEqualTo(2);
    }

    private static Run terms(String... terms) {
        List<String> all = new ArrayList<>(List.of("token", "create", "--person", "T-1"));
        all.addAll(List.of(terms));
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Console.commands()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(all.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }
}
