package io.kollega.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a compressed file, which may be a thousand times as much as has come in. */
final class Unpacked extends FilterInputStream {
    private final long largest;
    private long read;

    Unpacked(InputStream content, long largest) {
        super(content);
        this.largest = largest;
    }

    /** More comes out than is taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long largest) {
            super("more than " + largest + " bytes when unpacked");
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int some = super.read(target, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int bytes) throws TooLarge {
        read += bytes;
        if (read > largest) {
            throw new TooLarge(largest);
        }
    }
}
