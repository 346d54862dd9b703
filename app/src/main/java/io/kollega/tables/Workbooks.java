package io.kollega.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Workbooks as files: known by their beginning, set down, and measured before they are opened. */
final class Workbooks {
    private static final byte[] ZIPPED = {'P', 'K', 3, 4};

    /** What describes a workbook is read as a whole; those that people make take some kilobytes. */
    private static final long LARGEST_DESCRIPTION = 4L << 20;

    private Workbooks() {}

    static boolean isOne(BufferedInputStream content) throws IOException {
        content.mark(ZIPPED.length);
        byte[] start = content.readNBytes(ZIPPED.length);
        content.reset();
        return java.util.Arrays.equals(start, ZIPPED);
    }

    /** A file for its owner alone; whoever gets it deletes it. */
    static Path setDown(InputStream content) throws IOException {
        Path file = Files.createTempFile("kollega-", ".xlsx");
        try {
            Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Unpacks everything once into nothing, so that no promise of a small size is believed.
     *
     * @throws UnreadableTable if more comes out than is taken, or the file is broken
     */
    static void measure(Path file, long largest) throws IOException, UnreadableTable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long left = largest;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                long most = isContent(entry.getName()) ? left : Math.min(left, LARGEST_DESCRIPTION);
                left -= unpacked(zip, entry, most);
            }
        } catch (Unpacked.TooLarge _) {
            throw UnreadableTable.at(1, "tables.expected-smaller");
        } catch (ZipException | java.io.EOFException | IllegalArgumentException _) {
            throw UnreadableTable.at(1, "tables.expected-whole");
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        try (InputStream content = new Unpacked(zip.getInputStream(entry), most)) {
            return content.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static boolean isContent(String name) {
        return name.startsWith("xl/worksheets/")
                || name.equals("xl/sharedStrings.xml")
                || !name.endsWith(".xml") && !name.endsWith(".rels");
    }
}
