package kollega.postgres;

/**
 * Where and as whom to reach the database of the application.
 *
 * @param port TCP port on 127.0.0.1
 * @param database name of the database, owned by {@code user}
 * @param user an ordinary role, never a superuser
 * @param password the generated password of that role
 */
public record Coordinates(int port, String database, String user, String password) {

    /**
     * JDBC address without user and password. TLS is switched off: the connection never leaves the
     * machine.
     */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:"
                + port
                + "/"
                + database
                + "?sslmode=disable&gssEncMode=disable";
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return user + "@127.0.0.1:" + port + "/" + database;
    }
}
