package io.kollega.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kollega.surveys.Campaign;
import io.kollega.surveys.CampaignId;
import io.kollega.surveys.Campaigns;
import io.kollega.surveys.Credentials;
import io.kollega.surveys.Fault;
import io.kollega.surveys.Mode;
import io.kollega.surveys.Sheet.Checked;
import io.kollega.surveys.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes answers, each once, and lets whoever holds the receipt replace or withdraw them. */
@Component
public class Answers {
    private static final Duration COUNTED_FOR = Duration.ofSeconds(5);
    private static final int MOST_COUNTS = 1_000;

    private final Campaigns campaigns;
    private final Credentials credentials;
    private final Spool spool;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<CampaignId, Integer> counts =
            Caffeine.newBuilder().expireAfterWrite(COUNTED_FOR).maximumSize(MOST_COUNTS).build();

    Answers(
            Campaigns campaigns,
            Credentials credentials,
            Spool spool,
            JsonMapper json,
            Clock clock) {
        this.campaigns = campaigns;
        this.credentials = credentials;
        this.spool = spool;
        this.json = json;
        this.clock = clock;
    }

    /** What came of an answer. */
    public sealed interface Outcome {
        /**
         * It is kept.
         *
         * @param receipt for replacing and withdrawing it
         */
        record Kept(String receipt) implements Outcome {}

        /** There is no such campaign, or nothing that this receipt is for. */
        record Unknown() implements Outcome {}

        /** It has not been opened. */
        record NotOpen() implements Outcome {}

        /** It is over. */
        record Late() implements Outcome {}

        /** It has another mode than this way of answering. */
        record OtherMode(Mode mode) implements Outcome {}

        /** The credential was not signed for this campaign. */
        record Forged() implements Outcome {}

        /** This credential, or this person, has answered before. */
        record Used() implements Outcome {}

        /** It was withdrawn, and stays so. */
        record Withdrawn() implements Outcome {}

        /** The answers don't fit; nothing was spent. */
        record Wrong(List<Fault> faults) implements Outcome {}
    }

    /**
     * Takes an answer for a credential.
     *
     * @param message the prepared message that was signed blindly
     */
    Outcome take(CampaignId id, String key, byte[] message, byte[] signature, JsonNode answers) {
        return open(
                id,
                campaign -> campaign.mode() == Mode.ANONYMOUS,
                campaign -> {
                    if (!credentials.verifies(id, key, message, signature)) {
                        return new Outcome.Forged();
                    }
                    return keep(campaign, Slot.of(message), key, answers);
                });
    }

    /**
     * Takes an answer in a campaign that is not anonymous.
     *
     * @param slot where the answers of this person lie
     * @param group the group in which they count
     */
    public Outcome take(CampaignId id, Slot slot, String group, JsonNode answers) {
        return open(
                id,
                campaign -> campaign.mode() != Mode.ANONYMOUS,
                campaign -> keep(campaign, slot, group, answers));
    }

    /** Takes another answer in place of the one that the receipt is for. */
    public Outcome replace(CampaignId id, String receipt, JsonNode answers) {
        return held(
                id,
                receipt,
                (campaign, held) ->
                        switch (campaigns.sheet(campaign).check(answers)) {
                            case Checked.Wrong(var faults) -> new Outcome.Wrong(faults);
                            case Checked.Fits(var fitting) -> {
                                spool.replace(
                                        id,
                                        held.receipt().slot(),
                                        new Kept(
                                                held.kept().key(),
                                                held.kept().receipt(),
                                                json.valueToTree(fitting)));
                                yield new Outcome.Kept(receipt);
                            }
                        });
    }

    /** Withdraws the answer that the receipt is for; its credential stays spent. */
    public Outcome withdraw(CampaignId id, String receipt) {
        return held(
                id,
                receipt,
                (_, held) -> {
                    spool.replace(
                            id,
                            held.receipt().slot(),
                            new Kept(held.kept().key(), held.kept().receipt(), null));
                    return new Outcome.Kept(receipt);
                });
    }

    /** How many have answered; told a few seconds late. */
    public int count(CampaignId id) {
        return counts.get(id, it -> spool.slots(it).size());
    }

    private Outcome keep(Campaign campaign, Slot slot, String key, JsonNode answers) {
        if (spool.taken(campaign.id(), slot)) {
            return new Outcome.Used();
        }
        return switch (campaigns.sheet(campaign).check(answers)) {
            case Checked.Wrong(var faults) -> new Outcome.Wrong(faults);
            case Checked.Fits(var fitting) -> {
                Receipt receipt = Receipt.of(slot);
                yield spool.keep(
                                campaign.id(),
                                slot,
                                new Kept(key, receipt.hash(), json.valueToTree(fitting)))
                        ? new Outcome.Kept(receipt.text())
                        : new Outcome.Used();
            }
        };
    }

    private record Held(Receipt receipt, Kept kept) {}

    private Outcome held(CampaignId id, String text, BiFunction<Campaign, Held, Outcome> deed) {
        return open(
                id,
                _ -> true,
                campaign -> {
                    Held held = held(id, text).orElse(null);
                    if (held == null) {
                        return new Outcome.Unknown();
                    }
                    return held.kept().answers() == null
                            ? new Outcome.Withdrawn()
                            : deed.apply(campaign, held);
                });
    }

    private Optional<Held> held(CampaignId id, String text) {
        return Receipt.read(text)
                .flatMap(receipt ->
                        spool.kept(id, receipt.slot()).map(kept -> new Held(receipt, kept)))
                .filter(held ->
                        MessageDigest.isEqual(
                                held.receipt().hash().getBytes(StandardCharsets.US_ASCII),
                                held.kept().receipt().getBytes(StandardCharsets.US_ASCII)));
    }

    private Outcome open(
            CampaignId id, Predicate<Campaign> mode, Function<Campaign, Outcome> deed) {
        return campaigns.unclosed(
                id,
                found -> {
                    Campaign campaign = found.orElse(null);
                    if (campaign == null) {
                        return new Outcome.Unknown();
                    }
                    if (!mode.test(campaign)) {
                        return new Outcome.OtherMode(campaign.mode());
                    }
                    if (campaign.state() == State.DRAFT) {
                        return new Outcome.NotOpen();
                    }
                    return campaign.takes(clock.instant())
                            ? deed.apply(campaign)
                            : new Outcome.Late();
                });
    }
}
