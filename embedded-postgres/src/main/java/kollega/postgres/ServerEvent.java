package kollega.postgres;

/**
 * What happened to a running server, told to {@link Settings#listener()} on the thread that watches
 * the server.
 */
public sealed interface ServerEvent {

    /**
     * The free disk space moved to another level.
     *
     * @param space the level from now on; at {@link DiskSpace#EXHAUSTED} the database refuses
     *     writes by itself
     * @param freeBytes bytes free at that moment
     */
    record SpaceChanged(DiskSpace space, long freeBytes) implements ServerEvent {}

    /**
     * The server ended unexpectedly and was started again on the same port; every committed row is
     * there.
     *
     * @param exitCode how the ended server left, as the operating system reports it
     */
    record Restarted(int exitCode) implements ServerEvent {}

    /**
     * The server ended unexpectedly and is not started again.
     *
     * @param sentence why, and what to do
     */
    record GaveUp(String sentence) implements ServerEvent {}
}
