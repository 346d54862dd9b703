package io.kollega.requests;

import java.util.List;
import java.util.Map;

/**
 * What became of the files of a form that is shown again.
 *
 * @param kept lie ready and go along when the form is sent again
 * @param refused names of files by the message key of why they can't be attached
 */
record FilesLeft(List<Attachments.Stored> kept, Map<String, List<String>> refused) {
    static final FilesLeft NONE = new FilesLeft(List.of(), Map.of());
    static final String PROBLEM = "requests.problem.files";
    static final String GONE = "requests.problem.files-gone";

    FilesLeft {
        kept = List.copyOf(kept);
    }

    static FilesLeft kept(List<Attachments.Stored> files) {
        return new FilesLeft(files, Map.of());
    }

    boolean isEmpty() {
        return kept.isEmpty() && refused.isEmpty();
    }
}
