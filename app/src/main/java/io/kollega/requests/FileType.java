package io.kollega.requests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of files that may be attached: known by the ending of the name, and held to it by the
 * first bytes. What a browser says of a file is never believed.
 */
enum FileType {
    PDF("application/pdf", Begins.with("25504446"), "pdf"),
    PNG("image/png", Begins.with("89504e470d0a1a0a"), "png"),
    JPEG("image/jpeg", Begins.with("ffd8ff"), "jpg", "jpeg"),
    GIF("image/gif", Begins.with("474946383761", "474946383961"), "gif"),
    WEBP("image/webp", FileType::webp, "webp"),
    HEIC("image/heic", FileType::heic, "heic"),
    WORD(office("wordprocessingml.document"), Begins.ZIP, "docx"),
    EXCEL(office("spreadsheetml.sheet"), Begins.ZIP, "xlsx"),
    POWERPOINT(office("presentationml.presentation"), Begins.ZIP, "pptx"),
    OPEN_TEXT("application/vnd.oasis.opendocument.text", Begins.ZIP, "odt"),
    OPEN_SHEET("application/vnd.oasis.opendocument.spreadsheet", Begins.ZIP, "ods"),
    ZIP("application/zip", Begins.ZIP, "zip"),
    OLD_WORD("application/msword", Begins.OLE, "doc"),
    OLD_EXCEL("application/vnd.ms-excel", Begins.OLE, "xls"),
    MAIL("application/vnd.ms-outlook", Begins.OLE, "msg"),
    RICH_TEXT("application/rtf", Begins.with("7b5c727466"), "rtf"),
    TEXT("text/plain", FileType::text, "txt", "log", "csv", "md");

    /** How many of the first bytes the check needs at most. */
    static final int HEAD = 4096;

    private final String mediaType;
    private final Signature signature;
    private final List<String> endings;

    FileType(String mediaType, Signature signature, String... endings) {
        this.mediaType = mediaType;
        this.signature = signature;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** The type of a file; empty if it may not be attached. */
    static Optional<FileType> of(String name, byte[] head) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(ending))
                .filter(type -> type.signature.matches(head))
                .findFirst();
    }

    /** The endings that may be attached, for the file chooser. */
    static String accepted() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .collect(java.util.stream.Collectors.joining(","));
    }

    private static String office(String kind) {
        return "application/vnd.openxmlformats-officedocument." + kind;
    }

    private static boolean text(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    private static boolean webp(byte[] head) {
        return head.length > 12
                && new String(head, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")
                && new String(head, 8, 4, StandardCharsets.US_ASCII).equals("WEBP");
    }

    private static boolean heic(byte[] head) {
        return head.length > 8 && new String(head, 4, 4, StandardCharsets.US_ASCII).equals("ftyp");
    }

    @FunctionalInterface
    private interface Signature {
        boolean matches(byte[] head);
    }

    /** One of several sequences of bytes at the very beginning. */
    private record Begins(List<byte[]> sequences) implements Signature {
        private static final Signature ZIP = with("504b0304", "504b0506");
        private static final Signature OLE = with("d0cf11e0a1b11ae1");

        static Signature with(String... hexadecimal) {
            return new Begins(Arrays.stream(hexadecimal).map(HexFormat.of()::parseHex).toList());
        }

        @Override
        public boolean matches(byte[] head) {
            return sequences.stream()
                    .anyMatch(bytes ->
                            head.length >= bytes.length
                                    && Arrays.equals(
                                            head, 0, bytes.length, bytes, 0, bytes.length));
        }
    }
}
