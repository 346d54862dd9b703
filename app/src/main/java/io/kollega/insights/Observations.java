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
 * The way in: what was observed goes into the inbox in the transaction of the thing itself, and is
 * folded into the cells soon after, exactly once.
 */
@Component
public final class Observations {
    private static final String RECORD =
            """
            with given as (
                select distinct on (source, measure)
                       source, measure, client, provider, service, day::date, value, rater
                  from unnest(:source, :measure, :client, :provider, :service, :day, :value, :rater)
                       with ordinality
                    as given (source, measure, client, provider, service, day, value, rater, place)
                 order by source, measure, place desc),
            seen as (
                insert into insights.observation as known
                       (source, measure, client, provider, service, day, value, rater)
                select * from given
                on conflict (source, measure) do update set
                    client = excluded.client, provider = excluded.provider,
                    service = excluded.service, day = excluded.day,
                    value = excluded.value, rater = excluded.rater
                 where (known.client, known.provider, known.service, known.day, known.value,
                        known.rater)
                       is distinct from
                       (excluded.client, excluded.provider, excluded.service, excluded.day,
                        excluded.value, excluded.rater)
                returning new.measure, new.client, new.provider, new.service, new.day, new.value,
                          new.rater, old.source is not null as replaces, old.client as old_client,
                          old.provider as old_provider, old.service as old_service,
                          old.day as old_day, old.value as old_value, old.rater as old_rater)
            insert into insights.inbox (measure, month, client, provider, service, value, rater, n)
            select measure, date_trunc('month', day)::date, client, provider, service, value,
                   rater, 1
              from seen
             union all
            select measure, date_trunc('month', old_day)::date, old_client, old_provider,
                   old_service, old_value, old_rater, -1
              from seen
             where replaces
            """;

    private final JdbcClient jdbc;
    private final Supplier<SecretKeySpec> secret;

    Observations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.secret = SingletonSupplier.of(this::secret);
    }

    /** Joins the caller's transaction: rolled back with it, counted with it. */
    public void record(List<Observation> observations) {
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
                .update();
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
