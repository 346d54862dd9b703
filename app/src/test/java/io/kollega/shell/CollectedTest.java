package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectedTest {
    private static final int PIECE = 8192;

    private final Shares shares = new Shares(1, 1, 1 << 20);
    private final Shares.Share share = shares.take("a").orElseThrow();

    @TempDir Path folder;

    @Test
    void givesBackWhatItWasGiven() throws Exception {
        for (int size : new int[] {0, 1, PIECE, 64 << 10, (64 << 10) + 1, 300_000}) {
            byte[] body = new byte[size];
            new Random(size).nextBytes(body);
            try (Collected collected = new Collected(1 << 20, folder, share)) {
                add(collected, body);
                collected.rewind();
                assertThat(read(collected)).isEqualTo(body);
                assertThat(collected.length()).isEqualTo(size);
                assertThat(collected.tooLarge()).isFalse();
            }
        }
    }

    @Test
    void leavesNoNameOfItsFileInTheFolder() throws Exception {
        try (Collected collected = new Collected(1 << 20, folder, share)) {
            add(collected, new byte[200_000]);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
            assertThat(share.hold(1 << 20)).as("no memory is held").isTrue();
        }
    }

    @Test
    void keepsNothingOfWhatIsTooLarge() throws Exception {
        try (Collected collected = new Collected(100_000, folder, share)) {
            add(collected, new byte[100_001]);
            collected.rewind();
            assertThat(collected.tooLarge()).isTrue();
            assertThat(collected.length()).isEqualTo(100_001);
            assertThat(read(collected)).isEmpty();
        }
    }

    @Test
    void isCrowdedWhenThereIsNoMemoryLeft() throws Exception {
        try (Collected collected = new Collected(4 << 20, null, share)) {
            add(collected, new byte[2 << 20]);
            assertThat(collected.crowded()).isTrue();
            assertThat(collected.tooLarge()).isFalse();
            assertThat(share.hold(1 << 20)).as("what it held is free again").isTrue();
        }
    }

    private static void add(Collected collected, byte[] body) throws IOException {
        for (int from = 0; from < body.length; from += PIECE) {
            collected.add(ByteBuffer.wrap(body, from, Math.min(PIECE, body.length - from)));
        }
    }

    private static byte[] read(Collected collected) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Reader reader = new Reader();
        while (collected.doRead(reader) >= 0) {
            ByteBuffer piece = reader.getByteBuffer();
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static final class Reader implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(@Nullable ByteBuffer given) {
            buffer = java.util.Objects.requireNonNull(given);
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
