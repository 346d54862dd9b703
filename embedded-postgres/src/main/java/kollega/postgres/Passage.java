package kollega.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the account that runs the server reaches its folder. A cluster below a private folder of
 * root, which the account may not enter, is opened by root and handed down as an open descriptor;
 * no permission of any folder is changed.
 */
enum Passage {
    /** By its path. */
    DIRECT {
        @Override
        List<String> open(Path cluster, Path hostAccess, List<String> command) {
            return command;
        }

        @Override
        String cluster(Path cluster) {
            return cluster.toString();
        }

        @Override
        String hostAccess(Path hostAccess) {
            return hostAccess.toString();
        }
    },

    /** By descriptors that every process of the server inherits. Linux only. */
    INHERITED {
        @Override
        List<String> open(Path cluster, Path hostAccess, List<String> command) {
            var opening =
                    new ArrayList<>(
                            List.of(
                                    "sh",
                                    "-c",
                                    "exec 9<\"$1\" 8<\"$2\"; shift 2; exec \"$@\"",
                                    "sh",
                                    cluster.toString(),
                                    hostAccess.toString()));
            opening.addAll(command);
            return opening;
        }

        @Override
        String cluster(Path cluster) {
            return "/proc/self/fd/9";
        }

        @Override
        String hostAccess(Path hostAccess) {
            return "/proc/self/fd/8";
        }
    };

    /** By its path where the account may take it. */
    static Passage choose(Account account, Layout layout)
            throws IOException, InterruptedException, CannotStart {
        if (account.isThisProcess() || account.mayEnter(layout.dataDir())) {
            return DIRECT;
        }
        Path hostAccess = layout.hostAccess();
        var probe = account.command(List.of("test", "-r", INHERITED.hostAccess(hostAccess)));
        if (Command.works(INHERITED.open(layout.dataDir(), hostAccess, probe))) {
            return INHERITED;
        }
        // Where descriptors have no names, the group of the account may pass, and nobody else.
        account.letThrough(layout.dataDir());
        if (account.mayEnter(layout.dataDir())) {
            return DIRECT;
        }
        throw new CannotStart(
                CannotStart.Reason.WRONG_PERMISSIONS,
                "The database would run as the account "
                        + account.name()
                        + ", which may not enter the folder "
                        + layout.dataDir()
                        + ".",
                "Choose a data folder elsewhere, or let that account enter it and the folders above it.");
    }

    /** The command, run such that the names below hold for it. */
    abstract List<String> open(Path cluster, Path hostAccess, List<String> command);

    /** The name of the cluster for the command. */
    abstract String cluster(Path cluster);

    /** The name of the file of host access rules for the command. */
    abstract String hostAccess(Path hostAccess);
}
