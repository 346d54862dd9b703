package io.kollega.surveys;

import io.kollega.audit.Audit;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.shell.Sha256;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts campaigns and launches them: from then on what was promised stands. */
@Component
class Launching {
    /** On how many people every figure of a campaign rests. */
    static final int THRESHOLD = 5;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Instruments instruments;
    private final Audience audience;
    private final Audit audit;
    private final Clock clock;

    Launching(
            JdbcClient jdbc,
            Campaigns campaigns,
            Instruments instruments,
            Audience audience,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.instruments = instruments;
        this.audience = audience;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom a draft names. */
    record Named(Set<UnitId> units, Set<PersonId> people) {}

    /** What came of launching. */
    enum Launched {
        /** It is open, now or since before. */
        OPEN,
        UNKNOWN,
        /** It has been closed. */
        OVER,
        /** Its end has passed. */
        LATE,
        /** Nobody is meant. */
        NOBODY,
        /** So few are meant that answers would not be anonymous. */
        TOO_FEW
    }

    @Transactional
    CampaignId draft(long by, long survey, Mode mode, Named named, Instant closes) {
        CampaignId id =
                new CampaignId(
                        jdbc.sql(
                                        """
                                        insert into surveys.campaign
                                            (survey, mode, closes, threshold)
                                        values (:survey, :mode, :closes, :threshold) returning id
                                        """)
                                .param("survey", survey)
                                .param("mode", mode.name())
                                .param("closes", Timestamp.from(closes))
                                .param("threshold", THRESHOLD)
                                .query(Long.class)
                                .single());
        insert(
                "surveys.audience_unit (campaign, unit)",
                id,
                named.units().stream().map(UnitId::value).toArray(Long[]::new));
        insert(
                "surveys.audience_person (campaign, person)",
                id,
                named.people().stream().map(PersonId::value).toArray(Long[]::new));
        audit.record(by, "campaign.drafted", Campaigns.subject(id), Map.of("mode", mode.slug()));
        return id;
    }

    private void insert(String table, CampaignId id, Long[] values) {
        jdbc.sql("insert into " + table + " select :id, value from unnest(:values) value")
                .param("id", id.value())
                .param("values", values)
                .update();
    }

    /** Opens a draft to those whom it means today. */
    @Transactional
    Launched launch(long by, CampaignId id) {
        State state =
                jdbc.sql("select state from surveys.campaign where id = ? for update")
                        .param(id.value())
                        .query(String.class)
                        .optional()
                        .map(State::valueOf)
                        .orElse(null);
        if (state == null) {
            return Launched.UNKNOWN;
        }
        if (state != State.DRAFT) {
            return state == State.OPEN ? Launched.OPEN : Launched.OVER;
        }
        Campaign campaign = campaigns.campaign(id).orElseThrow();
        if (!clock.instant().isBefore(campaign.closes())) {
            return Launched.LATE;
        }
        List<Person> people =
                audience.people(
                        ids("surveys.audience_unit", "unit", id).stream().map(UnitId::new).toList(),
                        ids("surveys.audience_person", "person", id).stream()
                                .map(PersonId::new)
                                .toList());
        if (people.isEmpty()) {
            return Launched.NOBODY;
        }
        List<Set<UnitId>> groups = audience.groups(people);
        if (groups.isEmpty() && campaign.mode() == Mode.ANONYMOUS) {
            return Launched.TOO_FEW;
        }
        List<Key> keys = invite(campaign, people, groups);
        jdbc.sql(
                        """
                        update surveys.campaign
                        set state = 'OPEN', invited = :invited, promise = :promise where id = :id
                        """)
                .param("invited", people.size())
                .param("promise", promise(campaign, keys))
                .param("id", id.value())
                .update();
        audit.record(
                by, "campaign.launched", Campaigns.subject(id), Map.of("people", people.size()));
        return Launched.OPEN;
    }

    private List<Long> ids(String table, String column, CampaignId id) {
        return jdbc.sql("select " + column + " from " + table + " where campaign = ?")
                .param(id.value())
                .query(Long.class)
                .list();
    }

    private record Key(String id, byte @Nullable [] n) {}

    private List<Key> invite(Campaign campaign, List<Person> people, List<Set<UnitId>> groups) {
        // Without groups, of which only named campaigns may do, everybody is in the same one.
        List<Set<UnitId>> all = new ArrayList<>(groups);
        if (all.isEmpty()) {
            all.add(Set.copyOf(people.stream().map(Person::unit).toList()));
        }
        List<KeyPair> pairs =
                campaign.mode() == Mode.ANONYMOUS
                        ? all.parallelStream().map(_ -> BlindKeys.generate()).toList()
                        : List.of();
        Map<UnitId, String> groupOf = new HashMap<>();
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<UnitId> units = all.get(i);
            String group = UUID.randomUUID().toString();
            units.forEach(unit -> groupOf.put(unit, group));
            long invited = people.stream().filter(it -> units.contains(it.unit())).count();
            keys.add(
                    keep(
                            campaign.id(),
                            group,
                            units,
                            invited,
                            pairs.isEmpty() ? null : pairs.get(i)));
        }
        jdbc.sql(
                        """
                        insert into surveys.invitation (campaign, person, unit, key_group)
                        select :campaign, person, unit, key_group
                        from unnest(:people, :units, :groups) as asked (person, unit, key_group)
                        """)
                .param("campaign", campaign.id().value())
                .param("people", people.stream().map(it -> it.id().value()).toArray(Long[]::new))
                .param("units", people.stream().map(it -> it.unit().value()).toArray(Long[]::new))
                .param(
                        "groups",
                        people.stream().map(it -> groupOf.get(it.unit())).toArray(String[]::new))
                .update();
        return keys;
    }

    private Key keep(
            CampaignId campaign,
            String group,
            Set<UnitId> units,
            long invited,
            @Nullable KeyPair pair) {
        RSAPublicKey open = pair == null ? null : (RSAPublicKey) pair.getPublic();
        byte[] n = open == null ? null : BlindKeys.unsigned(open.getModulus());
        jdbc.sql(
                        """
                        insert into surveys.key_group
                            (id, campaign, units, invited, n, e, private_key)
                        values (:id, :campaign, :units, :invited, :n, :e, :private)
                        """)
                .param("id", group)
                .param("campaign", campaign.value())
                .param("units", units.stream().map(UnitId::value).sorted().toArray(Long[]::new))
                .param("invited", invited)
                .param("n", n)
                .param("e", open == null ? null : BlindKeys.unsigned(open.getPublicExponent()))
                .param("private", pair == null ? null : pair.getPrivate().getEncoded())
                .update();
        return new Key(group, n);
    }

    /** Everybody who is told the same hash was promised the same. */
    private String promise(Campaign campaign, List<Key> keys) {
        StringBuilder promised =
                new StringBuilder("kollega promise 1\nmode ")
                        .append(campaign.mode().slug())
                        .append("\nthreshold ")
                        .append(campaign.threshold())
                        .append("\ncloses ")
                        .append(campaign.closes())
                        .append("\nasked ")
                        .append(Sha256.hex(instruments.body(campaign.survey())));
        keys.stream()
                .sorted(Comparator.comparing(Key::id))
                .forEach(key -> {
                    promised.append("\nkey ").append(key.id());
                    if (key.n() != null) {
                        promised.append(' ').append(Base64Url.encode(key.n()));
                    }
                });
        return Sha256.hex(promised.toString());
    }
}
