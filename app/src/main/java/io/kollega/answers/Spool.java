package io.kollega.answers;

import io.kollega.database.DataFolder;
import io.kollega.surveys.CampaignId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of campaigns that are not closed, one file each, in the data folder and never in the
 * database: so its rows, its log and its backups know no order and no time of theirs. A file's name
 * is the hash of its place; its time is the same for all.
 *
 * <p>A file is on the disk before an answer counts as accepted. A place is taken by whoever links
 * its name first, so that of any number of attempts at once one succeeds.
 */
@Component
class Spool {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final FileTime NO_TIME = FileTime.fromMillis(0);

    private final DataFolder data;
    private final JsonMapper json;

    Spool(DataFolder data, JsonMapper json) {
        this.data = data;
        this.json = json;
    }

    /**
     * Keeps a first answer.
     *
     * @return false if the place is taken
     */
    boolean keep(CampaignId campaign, Slot slot, Kept kept) {
        Path file = file(campaign, slot);
        return written(
                kept,
                file,
                draft -> {
                    try {
                        Files.createLink(file, draft);
                        return true;
                    } catch (FileAlreadyExistsException e) {
                        return false;
                    } finally {
                        Files.delete(draft);
                    }
                });
    }

    /** Writes another answer over the one that lies there. */
    void replace(CampaignId campaign, Slot slot, Kept kept) {
        Path file = file(campaign, slot);
        written(
                kept,
                file,
                draft -> {
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                    return true;
                });
    }

    /** What lies at a place. */
    Optional<Kept> kept(CampaignId campaign, Slot slot) {
        try {
            return Optional.of(read(file(campaign, slot)));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a place is taken. */
    boolean taken(CampaignId campaign, Slot slot) {
        return Files.exists(file(campaign, slot));
    }

    /** The places of a campaign that are taken, in the order of their hashes. */
    List<Slot> slots(CampaignId campaign) {
        Path folder = folder(campaign);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .map(Slot::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every answer of a campaign. */
    void each(CampaignId campaign, Consumer<Kept> reader) {
        slots(campaign).forEach(slot -> reader.accept(read(file(campaign, slot))));
    }

    /** Destroys the answers of a campaign; done again it does nothing. */
    void burn(CampaignId campaign) {
        Path folder = folder(campaign);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The campaigns of which there are answers. */
    List<CampaignId> campaigns() {
        Path all = data.resolve("answers");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(name -> new CampaignId(Long.parseLong(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(CampaignId campaign) {
        return data.resolve("answers").resolve(String.valueOf(campaign.value()));
    }

    private Path file(CampaignId campaign, Slot slot) {
        return folder(campaign).resolve(slot.hash());
    }

    private Kept read(Path file) {
        try {
            return json.readValue(Files.readAllBytes(file), Kept.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file that is on the disk to its place. */
    private interface Placing {
        boolean place(Path draft) throws IOException;
    }

    private boolean written(Kept kept, Path file, Placing placing) {
        Path draft = file.resolveSibling("draft-" + UUID.randomUUID());
        try {
            try (FileChannel channel = data.create(draft)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(kept));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                Files.setLastModifiedTime(draft, NO_TIME);
                channel.force(true);
            }
            boolean placed = placing.place(draft);
            try (FileChannel folder = FileChannel.open(file.getParent())) {
                folder.force(true);
            }
            return placed;
        } catch (IOException e) {
            throw new UncheckedIOException("The answer can't be kept; nothing was counted.", e);
        }
    }
}
