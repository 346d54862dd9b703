package io.kollega.tables;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Bytes as text, strictly: it knows on which line it stopped being text. */
final class TextLines {
    private static final int LOOK_AHEAD = 64 * 1024;

    private final BufferedInputStream bytes;
    private final TextEncoding encoding;
    private final String start;
    private final Quoting quoting = new Quoting();

    private TextLines(BufferedInputStream bytes, TextEncoding encoding, String start) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.start = start;
    }

    /** The text is not in the encoding it began in, or is no text at all. */
    static final class NotText extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        NotText(long line) {
            super("no text on line " + line);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** Of a gzipped content no more than {@code largest} bytes come out. */
    static TextLines of(InputStream content, long largest) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(content, LOOK_AHEAD);
        raw.mark(2);
        boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        BufferedInputStream plain =
                gzipped
                        ? new BufferedInputStream(
                                new Unpacked(new GZIPInputStream(raw), largest), LOOK_AHEAD)
                        : raw;
        byte[] start = start(plain);
        TextEncoding encoding = TextEncoding.of(start);
        plain.skipNBytes(encoding.marked(start));
        return new TextLines(plain, encoding, encoding.decoded(start));
    }

    /** The first bytes, as many as can be had; what ends the content is met again in reading. */
    private static byte[] start(BufferedInputStream bytes) throws IOException {
        bytes.mark(LOOK_AHEAD);
        var start = new ByteArrayOutputStream();
        try {
            for (int b = bytes.read(); b >= 0; b = bytes.read()) {
                start.write(b);
                if (start.size() == LOOK_AHEAD - 1) {
                    break;
                }
            }
        } catch (EOFException | ZipException | Unpacked.TooLarge _) {
            // Whoever reads on is told, with the line.
        }
        bytes.reset();
        return start.toByteArray();
    }

    /** In what the text is written. */
    TextEncoding encoding() {
        return encoding;
    }

    /** What separates the fields of the first line: the most frequent outside quotes. */
    char separator() {
        int[] seen = new int[128];
        boolean quoted = false;
        int before = ',';
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '\n' && !quoted) {
                break;
            }
            if (c == '"' && (quoted || before == ',' || before == ';' || before == '\t')) {
                quoted = !quoted;
            } else if (!quoted && c < 128) {
                seen[c]++;
            }
            before = c;
        }
        char separator = seen[';'] > seen[','] ? ';' : seen['\t'] > seen[','] ? '\t' : ',';
        quoting.separator = separator;
        return separator;
    }

    /** The line of the quoted field that the text read so far ends in; 0 outside such a field. */
    long openQuote() {
        return quoting.place == Quoting.Place.QUOTED ? quoting.openedOn : 0;
    }

    /**
     * Where in a table a text has come to. A quote opens a field only at its beginning; anywhere
     * else in a field that did not open with one it is a character like any other.
     */
    private static final class Quoting {
        private enum Place {
            AT_START,
            PLAIN,
            QUOTED,
            AFTER_QUOTE
        }

        private char separator = ',';
        private Place place = Place.AT_START;
        private long openedOn;

        void take(char c, long line) {
            if (place == Place.QUOTED) {
                place = c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            } else if (c == '"' && place == Place.AFTER_QUOTE) {
                place = Place.QUOTED;
            } else if (c == '"' && place == Place.AT_START) {
                place = Place.QUOTED;
                openedOn = line;
            } else if (c == separator || c == '\n' || c == '\r') {
                place = Place.AT_START;
            } else {
                place = Place.PLAIN;
            }
        }
    }

    Reader reader() {
        return new Strict();
    }

    /** Decodes and counts lines; zero characters, which no text holds, are refused as well. */
    private final class Strict extends Reader {
        private final CharsetDecoder decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer in = ByteBuffer.allocate(16 * 1024).flip();
        private long line = 1;
        private boolean ended;

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
            while (out.position() == 0) {
                CoderResult result = decoder.decode(in, out, ended);
                count(target, offset, out.position());
                if (result.isError()) {
                    throw new NotText(line);
                }
                if (out.position() > 0) {
                    break;
                }
                if (ended) {
                    return -1;
                }
                fill();
            }
            return out.position();
        }

        private void count(char[] decoded, int offset, int length) throws NotText {
            for (int i = offset; i < offset + length; i++) {
                quoting.take(decoded[i], line);
                if (decoded[i] == '\n') {
                    line++;
                } else if (decoded[i] == 0) {
                    throw new NotText(line);
                }
            }
        }

        private void fill() throws IOException {
            in.compact();
            int read = bytes.read(in.array(), in.position(), in.remaining());
            if (read < 0) {
                ended = true;
            } else {
                in.position(in.position() + read);
            }
            in.flip();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
