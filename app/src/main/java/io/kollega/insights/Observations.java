package io.kollega.insights;

import io.kollega.organization.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The way in: what was observed is written down in the transaction of the thing itself. It waits
 * there until the fold takes it in with what others said.
 *
 * <p>Whoever records the same source again must see to it that nobody else does at the same time,
 * as a lock on the thing itself does.
 */
@Component
public final class Observations {
    /** Rows are only added, so nobody who records ever waits for the fold. */
    private static final String RECORD =
            """
            with given as (
                select distinct on (source, measure)
                       source, measure, client, provider, service, day::date, value, rater
                  from unnest(:source, :measure, :client, :provider, :service, :day, :value, :rater)
                       with ordinality
                    as given (source, measure, client, provider, service, day, value, rater, place)
                 order by source, measure, place desc),
            last as (
                select distinct on (source, measure)
                       source, measure, held.turn, held.client, held.provider, held.service,
                       held.value, held.rater
                  from given join insights.observation as held using (source, measure)
                 order by source, measure, held.turn desc),
            news as (
                select source, measure, given.client, given.provider, given.service, given.day,
                       given.value, given.rater, last.turn, last.client as last_client,
                       last.provider as last_provider, last.service as last_service,
                       last.value as last_value, last.rater as last_rater
                  from given left join last using (source, measure)
                 where last.turn is null
                    or (last.client, last.provider, last.service, last.value, last.rater)
                       is distinct from
                       (given.client, given.provider, given.service, given.value, given.rater)),
            added as (
                insert into insights.observation
                       (source, measure, turn, client, provider, service, day, value, rater, n)
                select source, measure, coalesce(turn + 2, 0), client, provider, service, day,
                       value, rater, 1
                  from news
                 union all
                select source, measure, turn + 1, last_client, last_provider, last_service, day,
                       last_value, last_rater, -1
                  from news
                 where turn is not null
                on conflict do nothing
                returning measure, client, provider)
            insert into insights.inbox (measure, client, provider, brought, seen)
            select measure, client, provider, :brought, count(*) from added group by 1, 2, 3
            """;

    private final JdbcClient jdbc;
    private final Supplier<SecretKeySpec> secret;

    Observations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.secret = SingletonSupplier.of(this::secret);
    }

    /** What was seen just now. Joins the caller's transaction: rolled back with it. */
    public void record(List<Observation> observations) {
        write(observations, false);
    }

    /**
     * What was seen in earlier times, and counts in the months it is of; those may have been
     * published before, so this is for histories that somebody brings in and says so. Joins the
     * caller's transaction.
     */
    public void bring(List<Observation> observations) {
        write(observations, true);
    }

    private void write(List<Observation> observations, boolean brought) {
        if (observations.isEmpty()) {
            return;
        }
        jdbc.sql(RECORD)
                .param("source", texts(observations, Observation::source))
                .param("measure", texts(observations, o -> o.measure().slug()))
                .param("client", longs(observations, o -> o.client().value()))
                .param("provider", longs(observations, o -> o.provider().value()))
                .param(
                        "service",
                        longs(observations, o -> o.service() == null ? 0 : o.service().value()))
                .param("day", texts(observations, o -> o.day().toString()))
                .param("value", observations.stream().mapToInt(Observation::value).toArray())
                .param("rater", longs(observations, Observation::rater))
                .param("brought", brought)
                .update();
        if (brought) {
            jdbc.sql("update insights.generation set gathered = null where gathered is not null")
                    .update();
        }
    }

    /** How many sources there are whose names begin like this. */
    public long count(String beginning) {
        return jdbc.sql(
                        """
                        select count(distinct source) from insights.observation
                         where source >= :beginning and source < :end
                        """)
                .param("beginning", beginning)
                .param("end", beginning + Character.MAX_VALUE)
                .query(Long.class)
                .single();
    }

    /** A keyed hash that tells raters apart and does not name them. */
    public long raterKey(PersonId person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret.get());
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(person.value()).flip());
            long key = ByteBuffer.wrap(mac.doFinal()).getLong();
            return key == 0 ? 1 : key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    private SecretKeySpec secret() {
        String secret =
                jdbc.sql("select secret from insights.rater_secret").query(String.class).single();
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static String[] texts(
            List<Observation> observations, java.util.function.Function<Observation, String> part) {
        return observations.stream().map(part).toArray(String[]::new);
    }

    private static long[] longs(
            List<Observation> observations, java.util.function.ToLongFunction<Observation> part) {
        return observations.stream().mapToLong(part).toArray();
    }
}
