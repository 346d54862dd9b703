package kollega.measurement.summary;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes a summary as bytes: kind, version, numbers, checksum. */
final class Encoder {

    static final int CHECKSUM_BYTES = Integer.BYTES;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Encoder(char kind, int version) {
        bytes.write(kind);
        bytes.write(version);
    }

    /** Seven bits a byte, the lowest first, the eighth bit where more follow (LEB128). */
    Encoder number(long notNegative) {
        long rest = notNegative;
        for (; rest > 0x7f; rest >>>= 7) {
            bytes.write((int) (rest & 0x7f) | 0x80);
        }
        bytes.write((int) rest);
        return this;
    }

    byte[] finish() {
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(content.length + CHECKSUM_BYTES)
                .put(content)
                .putInt(checksum(content, content.length))
                .array();
    }

    static int checksum(byte[] content, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, 0, length);
        return (int) checksum.getValue();
    }
}
