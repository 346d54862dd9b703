package io.kollega.requests;

import io.kollega.organization.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that come with a form: on the disk before the transaction. If the form is shown again they
 * are kept for it; if nothing came of it otherwise they are gone.
 */
@Component
final class Uploads {
    private final Attachments attachments;
    private final KeptFiles keptFiles;

    Uploads(Attachments attachments, KeptFiles keptFiles) {
        this.attachments = attachments;
        this.keptFiles = keptFiles;
    }

    /**
     * The files of a form.
     *
     * @param person who sends it
     * @param files chosen now
     * @param kept of those that came with it before
     */
    record Sent(PersonId person, @Nullable List<MultipartFile> files, @Nullable List<UUID> kept) {
        static Sent nothing(PersonId person) {
            return new Sent(person, null, null);
        }

        private List<MultipartFile> chosen() {
            return files == null ? List.of() : files.stream().filter(Sent::isChosen).toList();
        }

        /** A browser sends a part without a name where no file was chosen. */
        private static boolean isChosen(MultipartFile file) {
            String name = file.getOriginalFilename();
            return !file.isEmpty() || (name != null && !name.isBlank());
        }

        private List<UUID> wanted() {
            return kept == null ? List.of() : kept.stream().distinct().toList();
        }
    }

    /**
     * Files that are ready to be attached.
     *
     * @param missing how many were to go along and are kept no longer
     */
    record Ready(List<Attachments.Stored> files, int missing) {}

    /** What came of a form. */
    enum Fate {
        ATTACHED,
        SHOWN_AGAIN,
        DROPPED
    }

    /**
     * Stores the files and does something with them.
     *
     * @param refused gives the result when a file may not be attached
     * @param fate tells by the result what becomes of the files
     */
    <T> T with(
            Sent sent,
            Function<Ready, T> deed,
            Function<FilesLeft, T> refused,
            Function<T, Fate> fate) {
        List<UUID> wanted = sent.wanted();
        List<Attachments.Stored> before = keptFiles.of(sent.person(), wanted);
        List<Attachments.Stored> fresh = new ArrayList<>();
        Fate came = Fate.DROPPED;
        try {
            Map<String, List<String>> wrong = store(sent.chosen(), before.size(), fresh);
            List<Attachments.Stored> ready = new ArrayList<>(before);
            ready.addAll(fresh);
            T result =
                    wrong.isEmpty()
                            ? deed.apply(new Ready(ready, wanted.size() - before.size()))
                            : refused.apply(new FilesLeft(ready, wrong));
            came = fate.apply(result);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment can't be written.", e);
        } finally {
            switch (came) {
                case ATTACHED -> keptFiles.attached(before);
                case SHOWN_AGAIN -> keptFiles.keep(sent.person(), fresh);
                case DROPPED ->
                        attachments.discard(fresh.stream().map(Attachments.Stored::file).toList());
            }
        }
    }

    /** Stores what may be attached; gives the names of the others by why not. */
    private Map<String, List<String>> store(
            List<MultipartFile> chosen, int before, List<Attachments.Stored> fresh)
            throws IOException {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (MultipartFile file : chosen) {
            @Nullable String given = file.getOriginalFilename();
            String name = Attachments.plain(given == null ? "" : given);
            @Nullable String problem = null;
            if (before + fresh.size() == Attachments.MOST_FILES) {
                problem = "requests.problem.too-many-files";
            } else if (file.isEmpty()) {
                problem = "requests.problem.file-empty";
            } else {
                try (InputStream content = file.getInputStream()) {
                    var one = attachments.store(name, content);
                    if (one.isPresent()) {
                        fresh.add(one.get());
                    } else {
                        problem = "requests.problem.file-type";
                    }
                }
            }
            if (problem != null) {
                wrong.computeIfAbsent(problem, _ -> new ArrayList<>()).add(name);
            }
        }
        return wrong;
    }
}
