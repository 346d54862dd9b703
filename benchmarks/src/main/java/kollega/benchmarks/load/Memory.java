package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of processes as Linux counts it.
 *
 * @param resident RSS in KiB; pages that processes share are counted in each
 * @param proportional PSS in KiB; shared pages are split among those that share them
 */
record Memory(long resident, long proportional) {

    static Memory of(List<ProcessHandle> processes) throws IOException {
        long resident = 0;
        long proportional = 0;
        for (ProcessHandle process : processes) {
            Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (!process.isAlive() || !Files.isReadable(rollup)) {
                continue;
            }
            for (String line : Files.readAllLines(rollup)) {
                if (line.startsWith("Rss:")) {
                    resident += kibibytes(line);
                } else if (line.startsWith("Pss:")) {
                    proportional += kibibytes(line);
                }
            }
        }
        return new Memory(resident, proportional);
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    String text() {
        return "RSS %d MB, PSS %d MB".formatted(resident / 1024, proportional / 1024);
    }
}
