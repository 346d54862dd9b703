package kollega.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account that runs the server, and how to run a program as it. A server never runs as root: a
 * COPY TO PROGRAM would own the machine.
 *
 * @param uid number of the user
 * @param gid number of its main group
 * @param name for sentences
 * @param prefix what to write before a command; also has the operating system end the program with
 *     the thread that started it, where that is possible
 */
record Account(long uid, long gid, String name, List<String> prefix) {

    private static final List<String> DEDICATED = List.of("kollega", "postgres", "nobody");

    /** The program ends cleanly (SIGINT) when the thread that started it ends. */
    private static final List<String> DIES_WITH_PARENT = List.of("--pdeathsig", "INT");

    static long thisUid() {
        return new UnixSystem().getUid();
    }

    static long ownerUid(Path path) throws IOException {
        return number(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
    }

    static long ownerGid(Path path) throws IOException {
        return number(Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
    }

    private static long number(Object attribute) {
        return Integer.toUnsignedLong((Integer) attribute);
    }

    boolean isThisProcess() {
        return uid == thisUid();
    }

    /**
     * An ordinary user runs the server itself; root hands it to the owner of the data, else to a
     * dedicated account.
     */
    static Account choose(Layout layout) throws IOException, InterruptedException, CannotStart {
        var here = new UnixSystem();
        if (here.getUid() != 0) {
            return new Account(here.getUid(), here.getGid(), here.getUsername(), ordinaryPrefix());
        }
        for (Path owned : List.of(layout.cluster(), layout.dataDir())) {
            if (Files.exists(owned, LinkOption.NOFOLLOW_LINKS) && ownerUid(owned) != 0) {
                String name = Files.getOwner(owned, LinkOption.NOFOLLOW_LINKS).getName();
                return lowered(ownerUid(owned), ownerGid(owned), name);
            }
        }
        for (String name : DEDICATED) {
            Optional<Long> uid = id("-u", name);
            Optional<Long> gid = id("-g", name);
            if (uid.isPresent() && gid.isPresent()) {
                return lowered(uid.get(), gid.get(), name);
            }
        }
        throw refusal("none of the accounts " + String.join(", ", DEDICATED) + " exists");
    }

    private static Optional<Long> id(String option, String name)
            throws IOException, InterruptedException {
        Command id = Command.run(List.of("id", option, name), "", Duration.ofSeconds(10));
        return id.succeeded() && id.output().matches("\\d+")
                ? Optional.of(Long.valueOf(id.output()))
                : Optional.empty();
    }

    private static List<String> ordinaryPrefix() throws InterruptedException {
        var prefix = new ArrayList<>(List.of("setpriv", "--no-new-privs"));
        prefix.addAll(DIES_WITH_PARENT);
        return worksBefore(prefix) ? List.copyOf(prefix) : List.of();
    }

    private static Account lowered(long uid, long gid, String name)
            throws InterruptedException, CannotStart {
        var user = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
        var strict = List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all");
        // A container may lack the right to give rights up; the change of user alone already takes
        // them.
        for (List<String> prefix :
                List.of(
                        join(join(user, strict), DIES_WITH_PARENT),
                        join(join(user, List.of("--no-new-privs")), DIES_WITH_PARENT),
                        List.of("runuser", "-u", name, "--"))) {
            if (worksBefore(prefix)) {
                return new Account(uid, gid, name, prefix);
            }
        }
        throw refusal("neither setpriv nor runuser (util-linux) works for the account " + name);
    }

    private static CannotStart refusal(String cause) {
        return new CannotStart(
                CannotStart.Reason.NO_ORDINARY_ACCOUNT,
                "PostgreSQL does not run as root, and " + cause + ".",
                "Start Kollega as an ordinary user, or install util-linux and create an account named kollega.");
    }

    private static boolean worksBefore(List<String> prefix) throws InterruptedException {
        return Command.works(join(prefix, List.of("true")));
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    Command run(List<String> arguments, String input) throws IOException, InterruptedException {
        return run(arguments, input, Duration.ofMinutes(2));
    }

    Command run(List<String> arguments, String input, Duration patience)
            throws IOException, InterruptedException {
        return Command.run(command(arguments), input, patience);
    }

    List<String> command(List<String> arguments) {
        return join(prefix, arguments);
    }

    /** Asks the system, which also knows of access lists. */
    boolean mayEnter(Path folder) throws IOException, InterruptedException {
        return run(List.of("test", "-x", folder.toString()), "").succeeded();
    }

    /** Gives a file or an empty folder that this process has just made to the account. */
    void own(Path made) throws IOException {
        if (!isThisProcess()) {
            Files.setAttribute(made, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(made, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Lets the account, by its group, pass through a folder without looking into it. */
    void letThrough(Path folder) throws IOException {
        Files.setAttribute(folder, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x---"));
    }
}
