package io.kollega.surveys;

import io.kollega.shell.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A refusal that lists everything that is wrong, each at its place. */
public final class FaultList {
    private static final int IN_A_SENTENCE = 20;

    private FaultList() {}

    /** 422 with a sentence of the faults, and {@code faults} as a list of place and sentence. */
    public static ResponseEntity<Object> answer(List<Fault> faults) {
        ProblemDetail detail =
                Problem.INVALID.detail(
                        faults.stream()
                                .limit(IN_A_SENTENCE)
                                .map(Fault::toString)
                                .collect(Collectors.joining(" ")));
        detail.setProperty("faults", faults);
        return ResponseEntity.status(Problem.INVALID.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
