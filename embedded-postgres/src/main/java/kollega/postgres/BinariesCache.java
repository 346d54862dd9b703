package kollega.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where unpacked binaries are kept between starts: a folder that nobody but this user can write to.
 */
final class BinariesCache {

    private BinariesCache() {}

    static Path folder(Optional<Path> wanted, Account account)
            throws IOException, InterruptedException, CannotStart {
        if (wanted.isPresent()) {
            Path folder = wanted.get().toAbsolutePath();
            return make(folder).toRealPath();
        }
        for (Path candidate : candidates(Account.thisUid())) {
            if (usable(candidate) && account.mayEnter(candidate)) {
                return candidate.toRealPath();
            }
        }
        throw new CannotStart(
                CannotStart.Reason.BINARIES_UNUSABLE,
                "No folder was found to unpack PostgreSQL into.",
                "Set XDG_CACHE_HOME to a folder that belongs to you alone and that the account "
                        + account.name()
                        + " may enter.");
    }

    /** The temporary folder comes last: what lies there is deleted when it is old. */
    private static List<Path> candidates(long uid) {
        var candidates = new ArrayList<Path>();
        String given = System.getenv("XDG_CACHE_HOME");
        String home = System.getProperty("user.home", "");
        if (given != null && given.startsWith("/")) {
            candidates.add(Path.of(given, "kollega"));
        }
        if (uid == 0) {
            // The home folder of root is closed to the account that runs the server.
            candidates.add(Path.of("/var/cache/kollega"));
        } else if (home.startsWith("/")) {
            candidates.add(Path.of(home, ".cache", "kollega"));
        }
        candidates.add(Path.of(System.getProperty("java.io.tmpdir"), "kollega-cache-" + uid));
        return candidates;
    }

    private static boolean usable(Path folder) {
        try {
            make(folder);
            var permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
            return Account.ownerUid(folder) == Account.thisUid()
                    && Files.isWritable(folder)
                    && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | SecurityException cannotBeMade) {
            return false;
        }
    }

    /** Readable by all, whatever the mask of this process: it holds programs, and no data. */
    private static Path make(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }
}
