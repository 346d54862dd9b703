package kollega.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections as the superuser of the cluster, for this package alone. */
record Superuser(int port, String password) {

    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        // The superuser still works when the database refuses writes.
        properties.setProperty("options", "-c default_transaction_read_only=off");
        return DriverManager.getConnection(
                new Coordinates(port, database, Cluster.SUPERUSER, password).jdbcUrl(), properties);
    }
}
