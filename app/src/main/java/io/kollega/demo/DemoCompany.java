package io.kollega.demo;

import io.kollega.database.CannotReachDatabase;
import io.kollega.insights.Cells;
import io.kollega.organization.Organization;
import io.kollega.ratings.BroughtRating;
import io.kollega.ratings.Ratings;
import io.kollega.requests.Requests;
import io.kollega.requests.events.RequestId;
import io.kollega.shell.Pages;
import io.kollega.travel.TravelFold;
import io.kollega.worktime.WorkCalendars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the demo company before anybody is served. What has happened in it
 * is one transaction: a start that is broken off leaves the database as empty as it was, or the
 * next one goes on with the figures.
 */
@Component
@ConditionalOnBooleanProperty("kollega.demo")
final class DemoCompany implements ApplicationRunner {
    private static final String SOURCE = "demo";
    private static final long SEED = 20_240_229;
    private static final int REQUESTS = 60_000;
    private static final int REHEARSED = 3_000;
    private static final int BATCH = 1_000;

    private final Founding founding;
    private final Organization organization;
    private final WorkCalendars calendars;
    private final Requests requests;
    private final Ratings ratings;
    private final Cells cells;
    private final TravelFold travel;
    private final List<Pages.Surroundings> surroundings;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final int count;

    DemoCompany(
            Founding founding,
            Organization organization,
            WorkCalendars calendars,
            Requests requests,
            Ratings ratings,
            Cells cells,
            TravelFold travel,
            List<Pages.Surroundings> surroundings,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Environment environment) {
        this.founding = founding;
        this.organization = organization;
        this.calendars = calendars;
        this.requests = requests;
        this.ratings = ratings;
        this.cells = cells;
        this.travel = travel;
        this.surroundings = surroundings;
        this.transactions = transactions;
        this.jdbc = jdbc;
        count = environment.containsProperty("kollega.rehearsal") ? REHEARSED : REQUESTS;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (surroundings.stream().anyMatch(Pages.Surroundings::demo)) {
            return;
        }
        if (!organization.everyUnit().isEmpty()) {
            throw new CannotReachDatabase(
                    "The database holds a company already, so the demo company is not put in: leave"
                            + " out --demo, or give an empty folder with --data.");
        }
        transactions.executeWithoutResult(_ -> fill());
        jdbc.sql("analyze").update();
        addUp();
        jdbc.sql("analyze").update();
    }

    private void fill() {
        Chance chance = Chance.of(SEED);
        Company company =
                founding.found(
                        Scenery.read(),
                        organization.today(),
                        calendars.named("ru").orElseThrow(),
                        chance.own());
        say("%,d people in %d units.", company.people().size(), company.scenery().units().size());
        Progress progress = new Progress(count);
        new DemoHistory(company, chance.own())
                .tell(count, BATCH, batch -> progress.add(bring(company, batch)));
        founding.offer(company);
    }

    /** Both at once: each keeps one processor of the database busy. */
    private void addUp() {
        say("figures, and ways between units");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(cells::fold),
                        CompletableFuture.runAsync(travel::catchUp))
                .join();
    }

    private int bring(Company company, List<Told> batch) {
        Map<String, RequestId> ids =
                requests.bringHistory(SOURCE, batch.stream().map(Told::request).toList())
                        .requests();
        List<BroughtRating> given = new ArrayList<>();
        for (Told told : batch) {
            Verdict verdict = told.verdict();
            if (verdict != null) {
                RequestId id = Objects.requireNonNull(ids.get(told.request().externalId()));
                given.add(verdict.brought(id, company));
            }
        }
        ratings.bringHistory(given);
        return batch.size();
    }

    private static final class Progress {
        private final int all;
        private int done;

        Progress(int all) {
            this.all = all;
        }

        void add(int more) {
            done += more;
            say("%,d of %,d requests", Math.min(done, all), all);
        }
    }

    private static void say(String pattern, Object... values) {
        System.out.println(
                "Demo company: " + String.format(java.util.Locale.ROOT, pattern, values));
    }
}
