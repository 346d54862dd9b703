package io.kollega.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Kollega;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RehearsalTest {

    @Test
    void playsDayInSmallDemoCompanyAndEnds(@TempDir Path folder, CapturedOutput output) {
        var context =
                SpringApplication.run(
                        Kollega.class,
                        "--server.port=0",
                        "--kollega.data=" + folder.resolve("data"),
                        "--kollega.demo=true",
                        "--kollega.rehearsal=2s");
        assertThat(context.isActive()).isFalse();
        assertThat(output.getOut())
                .containsPattern("Rehearsal: [1-9][0-9]* pages")
                .containsPattern("Rehearsal: [1-9][0-9]* deeds");
    }
}
