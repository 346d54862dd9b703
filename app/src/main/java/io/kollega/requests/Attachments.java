package io.kollega.requests;

import io.kollega.database.DataFolder;
import io.kollega.requests.events.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that go with words. They lie in the data folder under names of their own, so that nothing
 * serves them but what asks here first.
 */
@Component
final class Attachments {
    static final int MOST_FILES = 10;
    private static final int LONGEST_NAME = 150;

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final JdbcClient jdbc;
    private final DataFolder data;

    Attachments(JdbcClient jdbc, DataFolder data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** A file on the disk that no row names yet. */
    record Stored(UUID file, String name, FileType type, long size) {}

    /** A file of an entry. */
    record Attachment(long id, int entry, String name, String type, long size, UUID file) {}

    /** Streams a file to the disk; empty if its type may not be attached. */
    Optional<Stored> store(String name, InputStream content) throws IOException {
        String plain = plain(name);
        byte[] head = content.readNBytes(FileType.HEAD);
        Optional<FileType> type = FileType.of(plain, head);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        UUID file = UUID.randomUUID();
        Path path = path(file);
        try (FileChannel channel = data.create(path);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(head);
            content.transferTo(out);
            channel.force(true);
            return Optional.of(new Stored(file, plain, type.get(), channel.size()));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Lets go of files that were not attached after all. */
    void discard(List<UUID> files) {
        for (UUID file : files) {
            try {
                Files.deleteIfExists(path(file));
            } catch (IOException e) {
                LOG.warn("An attachment that nothing names can't be deleted", e);
            }
        }
    }

    /** Attaches files to the entry that bears the words of a deed just done. */
    void attach(Request done, List<Happening> happenings, List<Stored> files) {
        if (files.isEmpty()) {
            return;
        }
        int entry = done.version();
        for (Happening happening : happenings.reversed()) {
            if (happening.bearsWords()) {
                break;
            }
            entry--;
        }
        attach(done.id(), entry, files);
    }

    void attach(RequestId request, int entry, List<Stored> files) {
        for (Stored stored : files) {
            jdbc.sql(
                            """
                            insert into requests.attachment (request, entry, name, type, size, file)
                            values (:request, :entry, :name, :type, :size, :file)
                            """)
                    .param("request", request.value())
                    .param("entry", entry)
                    .param("name", stored.name())
                    .param("type", stored.type().mediaType())
                    .param("size", stored.size())
                    .param("file", stored.file())
                    .update();
        }
    }

    /** The files that this side may read. */
    List<Attachment> of(RequestId request, Side side) {
        return jdbc
                .sql(
                        """
                        select a.id, a.entry, a.name, a.type, a.size, a.file
                        from requests.attachment a
                        join requests.entry e on e.request = a.request and e.number = a.entry
                        where a.request = :request and (:notes or e.happening <> 'noted')
                        order by a.id
                        """)
                .param("request", request.value())
                .param("notes", side.readsNotes())
                .query(Attachment.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    Path path(UUID file) {
        String name = file.toString();
        return data.resolve("attachments").resolve(name.substring(0, 2)).resolve(name);
    }

    /** The name without any folder or control character, its ending kept. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String line = Words.line(last);
        return line.length() <= LONGEST_NAME ? line : line.substring(line.length() - LONGEST_NAME);
    }
}
