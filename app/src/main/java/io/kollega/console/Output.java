package io.kollega.console;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The choice between words for people and one JSON object for machines. */
final class Output {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "Print one JSON object instead of words.")
    private boolean json;

    /** Prints the result as JSON, or lets it be told in words. */
    void print(PrintWriter out, Object result, Runnable words) {
        if (json) {
            out.println(JSON.writeValueAsString(result));
        } else {
            words.run();
        }
        out.flush();
    }

    boolean isJson() {
        return json;
    }
}
