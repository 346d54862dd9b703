package io.kollega.database;

import io.kollega.database.DatabaseSettings.Address;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kollega.postgres.CannotStart;
import kollega.postgres.Coordinates;
import kollega.postgres.EmbeddedPostgres;
import kollega.postgres.PrivateFolder;
import kollega.postgres.Settings;

/** The server behind the data source: our own, one that runs already, or the company's. */
final class Server implements AutoCloseable {
    private final Address address;
    private final Optional<EmbeddedPostgres> own;

    private Server(Address address, Optional<EmbeddedPostgres> own) {
        this.address = address;
        this.own = own;
    }

    static Server open(DatabaseSettings settings) {
        if (settings.given().isPresent()) {
            closeToOthers(settings.data());
            return new Server(settings.given().get(), Optional.empty());
        }
        try {
            if (settings.attach()) {
                Optional<Coordinates> running = EmbeddedPostgres.attach(settings.data());
                if (running.isPresent()) {
                    return new Server(address(running.get()), Optional.empty());
                }
            }
            EmbeddedPostgres own = EmbeddedPostgres.start(Settings.of(settings.data()));
            return new Server(address(own.coordinates()), Optional.of(own));
        } catch (CannotStart e) {
            throw new CannotReachDatabase(e.sentence() + " " + e.action(), e);
        }
    }

    /**
     * The embedded server sees to its folder itself; the files beside it are there without it, too.
     */
    private static void closeToOthers(Path data) {
        try {
            PrivateFolder.close(data);
        } catch (IOException e) {
            throw new CannotReachDatabase(
                    "The data folder "
                            + data
                            + " can't be looked through: start Kollega as the user that owns it, or"
                            + " name another folder with --data.",
                    e);
        }
    }

    Address address() {
        return address;
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedPostgres::close);
    }

    private static Address address(Coordinates coordinates) {
        return new Address(coordinates.jdbcUrl(), coordinates.user(), coordinates.password());
    }
}
