package io.kollega.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Bytes as strict UTF-8 text that knows on which line it stopped being UTF-8. */
final class Utf8Lines {
    private static final int LOOK_AHEAD = 64 * 1024;

    private final BufferedInputStream bytes;
    private final Quoting quoting = new Quoting();

    private Utf8Lines(BufferedInputStream bytes) {
        this.bytes = bytes;
    }

    /** The text is not UTF-8, or is no text at all. */
    static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        NotUtf8(long line) {
            super("not UTF-8 on line " + line);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** Of a gzipped content no more than {@code largest} bytes come out. */
    static Utf8Lines of(InputStream content, long largest) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(content, LOOK_AHEAD);
        raw.mark(2);
        boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        BufferedInputStream plain =
                gzipped
                        ? new BufferedInputStream(
                                new Unpacked(new GZIPInputStream(raw), largest), LOOK_AHEAD)
                        : raw;
        plain.mark(3);
        boolean marked = plain.read() == 0xef && plain.read() == 0xbb && plain.read() == 0xbf;
        if (!marked) {
            plain.reset();
        }
        return new Utf8Lines(plain);
    }

    /** What separates the fields of the first line: the most frequent outside quotes. */
    char separator() throws IOException {
        bytes.mark(LOOK_AHEAD);
        int[] seen = new int[128];
        boolean quoted = false;
        int before = ',';
        for (int i = 0; i < LOOK_AHEAD - 1; i++) {
            int b = bytes.read();
            if (b < 0 || (b == '\n' && !quoted)) {
                break;
            }
            if (b == '"' && (quoted || before == ',' || before == ';' || before == '\t')) {
                quoted = !quoted;
            } else if (!quoted && b < 128) {
                seen[b]++;
            }
            before = b;
        }
        bytes.reset();
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
                StandardCharsets.UTF_8
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
                    throw new NotUtf8(line);
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

        private void count(char[] decoded, int offset, int length) throws NotUtf8 {
            for (int i = offset; i < offset + length; i++) {
                quoting.take(decoded[i], line);
                if (decoded[i] == '\n') {
                    line++;
                } else if (decoded[i] == 0) {
                    throw new NotUtf8(line);
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
