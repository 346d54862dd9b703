package io.kollega.requests;

import io.kollega.organization.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files that came with a form that was refused. They wait a day for whoever sends the form again,
 * for nobody else, and a person has no more of them than one form takes.
 */
@Component
class KeptFiles {
    private static final Duration LASTS = Duration.ofDays(1);

    /** A form that is just being sent may still name them. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Clock clock;

    KeptFiles(JdbcClient jdbc, Attachments attachments, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Those of these files that are kept for this person, in the order asked for. */
    List<Attachments.Stored> of(PersonId person, Collection<UUID> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        Map<UUID, Attachments.Stored> found =
                jdbc
                        .sql(
                                """
                                select file, name, type, size from requests.kept_file
                                where person = :person and file = any(:files) and at > :since
                                """)
                        .param("person", person.value())
                        .param("files", files.toArray(UUID[]::new))
                        .param("since", Rows.at(clock.instant().minus(LASTS)))
                        .query(Attachments.Stored.class)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toMap(Attachments.Stored::file, Function.identity()));
        return files.stream()
                .distinct()
                .filter(found::containsKey)
                .map(file -> Objects.requireNonNull(found.get(file)))
                .toList();
    }

    /** Keeps files, and lets go of the person's oldest ones beyond what one form takes. */
    void keep(PersonId person, List<Attachments.Stored> files) {
        for (Attachments.Stored stored : files) {
            jdbc.sql(
                            """
                            insert into requests.kept_file (file, person, name, type, size, at)
                            values (:file, :person, :name, :type, :size, :at)
                            """)
                    .param("file", stored.file())
                    .param("person", person.value())
                    .param("name", stored.name())
                    .param("type", stored.type().name())
                    .param("size", stored.size())
                    .param("at", Rows.at(clock.instant()))
                    .update();
        }
        discard(
                jdbc.sql(
                                """
                                delete from requests.kept_file where file in (
                                    select file from requests.kept_file where person = :person
                                    order by at desc, file offset :most)
                                returning file
                                """)
                        .param("person", person.value())
                        .param("most", Attachments.MOST_FILES)
                        .query(UUID.class)
                        .list());
    }

    /** Files that an entry names now. */
    void attached(List<Attachments.Stored> files) {
        if (!files.isEmpty()) {
            jdbc.sql("delete from requests.kept_file where file = any(:files)")
                    .param(
                            "files",
                            files.stream().map(Attachments.Stored::file).toArray(UUID[]::new))
                    .update();
        }
    }

    /** Of what nobody has sent again. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        discard(
                jdbc.sql("delete from requests.kept_file where at < :since returning file")
                        .param("since", Rows.at(clock.instant().minus(LASTS).minus(GRACE)))
                        .query(UUID.class)
                        .list());
    }

    private void discard(List<UUID> files) {
        attachments.discard(files);
    }
}
