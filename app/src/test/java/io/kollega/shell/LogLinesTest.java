package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import io.kollega.KollegaTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is logged can't be made to look like something else that was logged. */
@KollegaTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {
    private static final String FORGED = "a\r\n2026-01-01T00:00:00.000Z ERROR forged\u001b[2J";
    private static final Logger LOG = LoggerFactory.getLogger(LogLinesTest.class);

    @Test
    void keepEventOnItsLine(CapturedOutput output) {
        LOG.warn("Somebody sent {} here", FORGED);
        assertThat(written(output)).hasSize(1);
        assertThat(written(output).getFirst())
                .contains("Somebody sent a 2026-01-01T00:00:00.000Z ERROR forged [2J here");
    }

    @Test
    void setInWhatAnExceptionSays(CapturedOutput output) {
        LOG.warn("It broke", new IllegalStateException(FORGED));
        assertThat(written(output).stream().filter(line -> line.startsWith("2026-01-01")))
                .isEmpty();
        assertThat(output.getAll()).contains("\t| 2026-01-01T00:00:00.000Z ERROR forged");
    }

    @Test
    void tellTheMomentWithItsZone(CapturedOutput output) {
        LOG.warn("Seen");
        assertThat(written(output).getFirst())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) .*");
    }

    @Test
    void goToStandardOutputAlone() {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        List<Object> appenders = new ArrayList<>();
        logs.getLoggerList()
                .forEach(it -> it.iteratorForAppenders().forEachRemaining(appenders::add));
        assertThat(appenders).isNotEmpty().allMatch(it -> it instanceof ConsoleAppender);
    }

    private static List<String> written(CapturedOutput output) {
        return output.getAll().lines().toList();
    }
}
