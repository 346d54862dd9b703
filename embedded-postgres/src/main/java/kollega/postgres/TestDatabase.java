package kollega.postgres;

/**
 * For tests alone: a database that nobody else uses. Closing drops it, whoever is still connected.
 *
 * @param coordinates where and as whom to reach it; the role owns it
 * @param drop what closing does
 */
public record TestDatabase(Coordinates coordinates, Runnable drop) implements AutoCloseable {

    @Override
    public void close() {
        drop.run();
    }
}
