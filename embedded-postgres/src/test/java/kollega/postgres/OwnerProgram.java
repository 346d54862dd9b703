package kollega.postgres;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A program that owns a database until it is killed or its standard input ends: prints {@code
 * ready}, then writes row after row and prints the number of each committed one.
 */
final class OwnerProgram {

    private OwnerProgram() {}

    /**
     * @param arguments data folder, folder for the binaries
     */
    public static void main(String[] arguments) throws Exception {
        var settings = Settings.of(Path.of(arguments[0])).withBinariesCache(Path.of(arguments[1]));
        try (var server = EmbeddedPostgres.start(settings)) {
            Sql.on(server).run("CREATE TABLE IF NOT EXISTS entry (number int PRIMARY KEY)");
            System.out.println("ready " + Sql.on(server).value("SELECT current_user"));
            Thread.ofPlatform().daemon().start(() -> write(server));
            int end = System.in.read();
            System.out.println("closing " + end);
        } catch (CannotStart e) {
            System.out.println(e.reason() + " " + e.getMessage());
        }
    }

    private static void write(EmbeddedPostgres server) {
        try (var connection = Sql.on(server).connect();
                var insert =
                        connection.prepareStatement(
                                "INSERT INTO entry SELECT coalesce(max(number), 0) + 1 FROM entry RETURNING number")) {
            while (true) {
                try (var rows = insert.executeQuery()) {
                    rows.next();
                    System.out.println("committed " + rows.getInt(1));
                }
            }
        } catch (SQLException e) {
            System.out.println("ended " + e.getSQLState());
        }
    }
}
