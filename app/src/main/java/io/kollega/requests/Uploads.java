package io.kollega.requests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with a form: on the disk before the transaction, gone if nothing came of it. */
@Component
final class Uploads {
    private final Attachments attachments;

    Uploads(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A browser sends a part without a name where no file was chosen. */
    private static boolean chosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return !file.isEmpty() || (name != null && !name.isBlank());
    }

    /**
     * Stores the files and does something with them.
     *
     * @param refused gives the result for a message key, when a file may not be attached
     * @param kept tells by the result whether the files are attached now
     */
    <T> T with(
            @Nullable List<MultipartFile> files,
            Function<List<Attachments.Stored>, T> deed,
            Function<String, T> refused,
            Predicate<T> kept) {
        List<Attachments.Stored> stored = new ArrayList<>();
        boolean attached = false;
        try {
            List<MultipartFile> given =
                    files == null ? List.of() : files.stream().filter(Uploads::chosen).toList();
            if (given.size() > Attachments.MOST_FILES) {
                return refused.apply("requests.problem.too-many-files");
            }
            if (given.stream().anyMatch(MultipartFile::isEmpty)) {
                return refused.apply("requests.problem.file-empty");
            }
            for (MultipartFile file : given) {
                String name = file.getOriginalFilename();
                try (InputStream content = file.getInputStream()) {
                    var one = attachments.store(name == null ? "" : name, content);
                    if (one.isEmpty()) {
                        return refused.apply("requests.problem.file-type");
                    }
                    stored.add(one.get());
                }
            }
            T result = deed.apply(stored);
            attached = kept.test(result);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("An attachment can't be written.", e);
        } finally {
            if (!attached) {
                attachments.discard(stored);
            }
        }
    }
}
