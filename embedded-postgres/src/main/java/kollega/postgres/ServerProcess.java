package kollega.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the live processes of a cluster by what the operating system says about them: program,
 * working folder, state. A number in a file may belong to anybody by now, and a zombie has a number
 * too.
 */
final class ServerProcess {

    private static final Path PROC = Path.of("/proc");

    private final Account account;
    private final Path cluster;

    ServerProcess(Account account, Path cluster) {
        this.account = account;
        this.cluster = cluster;
    }

    /** All live processes of the cluster: its main process and its backends. */
    List<Long> all() throws IOException, InterruptedException {
        var found = new ArrayList<Long>();
        if (!Files.isDirectory(PROC)) {
            return found;
        }
        List<String> numbers;
        try (Stream<Path> entries = Files.list(PROC)) {
            numbers =
                    entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> name.matches("\\d{1,9}"))
                            .toList();
        }
        for (String number : numbers) {
            if (isOurs(Long.parseLong(number))) {
                found.add(Long.parseLong(number));
            }
        }
        return found;
    }

    /** Whether the process is alive and serves this cluster. */
    boolean isOurs(long pid) throws IOException, InterruptedException {
        if (!Files.isDirectory(PROC)) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().command())
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
        }
        Path process = PROC.resolve(Long.toString(pid));
        return belongsToAccount(process)
                && isLivePostgres(process)
                && link(process.resolve("cwd")).filter(cluster.toString()::equals).isPresent()
                && link(process.resolve("exe")).filter(ServerProcess::isPostgres).isPresent();
    }

    private boolean belongsToAccount(Path process) {
        try {
            return Account.ownerUid(process) == account.uid();
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isPostgres(String program) {
        return program.replace(" (deleted)", "").endsWith("/bin/postgres");
    }

    /** The state follows the name, which stands in parentheses. */
    private static boolean isLivePostgres(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            int nameEnd = stat.lastIndexOf(')');
            return stat.startsWith("(postgres)", stat.indexOf('('))
                    && nameEnd + 2 < stat.length()
                    && "ZX".indexOf(stat.charAt(nameEnd + 2)) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Root in a container may not look at another account's processes, but that account may. */
    private Optional<String> link(Path link) throws IOException, InterruptedException {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (AccessDeniedException e) {
            Command readlink = account.run(List.of("readlink", link.toString()), "");
            return readlink.succeeded() ? Optional.of(readlink.output()) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
