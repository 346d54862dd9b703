package kollega.measurement.summary;

import java.nio.ByteBuffer;

/** Reads what {@link Encoder} wrote; refuses everything else. */
final class Decoder {

    private static final int HEADER_BYTES = 2;

    private final String what;
    private final ByteBuffer content;

    Decoder(String what, char kind, int version, byte[] bytes) {
        this.what = what;
        int length = bytes.length - Encoder.CHECKSUM_BYTES;
        require(length >= HEADER_BYTES, "only " + bytes.length + " bytes long");
        require(bytes[0] == kind, "of another kind");
        require(bytes[1] == version, "of version " + bytes[1] + ", known is version " + version);
        require(
                ByteBuffer.wrap(bytes, length, Encoder.CHECKSUM_BYTES).getInt()
                        == Encoder.checksum(bytes, length),
                "damaged: the checksum is wrong");
        content = ByteBuffer.wrap(bytes, HEADER_BYTES, length - HEADER_BYTES);
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            require(content.hasRemaining() && shift < Long.SIZE - 1, "cut short or overlong");
            byte next = content.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** A number of up to so much. */
    int number(int most) {
        long value = number();
        require(value <= most, "wrong: " + value + " where at most " + most + " can be");
        return (int) value;
    }

    void finish() {
        require(!content.hasRemaining(), "longer than its content");
    }

    void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "bytes of a " + what + " are " + complaint + "; read them from their source");
        }
    }
}
