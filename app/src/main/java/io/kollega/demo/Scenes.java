package io.kollega.demo;

import io.kollega.demo.Scenes.Scene.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** What the cast of the sign-in page finds: requests of the last days, each at another stage. */
final class Scenes {
    /**
     * @param daysAgo working days before today
     */
    record Scene(String service, int daysAgo, LocalTime at, Stage stage) {
        enum Stage {
            QUEUED,
            WORKING,
            OVERDUE,
            ASKED,
            SOLVED,
            CONFIRMED
        }
    }

    private static final List<Scene> CLIENTS =
            List.of(
                    scene("pro-office", 4, 10, 20, Stage.CONFIRMED),
                    scene("fac-climate", 4, 11, 40, Stage.OVERDUE),
                    scene("it-software", 3, 9, 50, Stage.SOLVED),
                    scene("leg-power", 2, 12, 10, Stage.SOLVED),
                    scene("fac-repair", 2, 9, 25, Stage.SOLVED),
                    scene("it-access", 1, 9, 35, Stage.ASKED),
                    scene("hr-certificate", 1, 11, 15, Stage.WORKING),
                    scene("it-hardware", 1, 14, 40, Stage.WORKING),
                    scene("it-print", 1, 16, 55, Stage.QUEUED));

    private static final List<Scene> SPECIALISTS =
            List.of(
                    scene("it-software", 5, 15, 30, Stage.OVERDUE),
                    scene("it-report", 4, 10, 5, Stage.ASKED),
                    scene("it-workplace", 3, 14, 20, Stage.WORKING),
                    scene("it-access", 2, 11, 30, Stage.SOLVED),
                    scene("it-software", 1, 10, 45, Stage.WORKING),
                    scene("it-access", 1, 15, 10, Stage.WORKING));

    private final Company company;
    private final Storyteller teller;
    private final Demand demand;

    Scenes(Company company, Storyteller teller, Demand demand) {
        this.company = company;
        this.teller = teller;
        this.demand = demand;
    }

    private static Scene scene(String service, int daysAgo, int hour, int minute, Stage stage) {
        return new Scene(service, daysAgo, LocalTime.of(hour, minute), stage);
    }

    List<Told> all(Chance chance) {
        List<Told> told = new ArrayList<>();
        Colleague client = company.member(Cast.CLIENT);
        Colleague specialist = company.member(Cast.SPECIALIST);
        for (Scene scene : CLIENTS) {
            told.add(tell(scene, client, specialist, "client-" + told.size(), chance));
        }
        for (Scene scene : SPECIALISTS) {
            Colleague other = somebodyElse(scene, chance);
            told.add(tell(scene, other, specialist, "specialist-" + told.size(), chance));
        }
        return told;
    }

    private Colleague somebodyElse(Scene scene, Chance chance) {
        while (true) {
            Colleague client = demand.at(at(scene), chance).client();
            if (!client.unit(company.times().today()).equals("it")) {
                return client;
            }
        }
    }

    private Instant at(Scene scene) {
        LocalDate day = company.times().lastWorkingDays(scene.daysAgo()).getLast();
        return day.atTime(scene.at()).atZone(company.times().hours().zone()).toInstant();
    }

    private Told tell(
            Scene scene, Colleague client, Colleague specialist, String id, Chance chance) {
        Instant at = at(scene);
        LocalDate day = company.times().day(at);
        ServicePlan service =
                company.scenery().services().stream()
                        .filter(one -> one.code().equals(scene.service()))
                        .findFirst()
                        .orElseThrow();
        Story story =
                teller.begin(
                        new Asking(at, service, service.unit(), client, client.unit(day)),
                        service.unit().equals(specialist.unit(day)) ? specialist : null,
                        chance);
        play(scene.stage(), story, chance);
        return teller.finish(id, story, chance);
    }

    private void play(Stage stage, Story story, Chance chance) {
        if (stage == Stage.QUEUED) {
            return;
        }
        story.work(chance.between(200, 1200));
        story.assign(story.specialist);
        story.work(chance.between(100, 600));
        switch (stage) {
            case QUEUED -> {}
            case WORKING, OVERDUE -> story.reply(teller.say("taken"));
            case ASKED ->
                    story.askClient(
                            story.service == null
                                    ? teller.say("questions")
                                    : story.service.questions(),
                            100 * 3600,
                            teller.say("answers"));
            case SOLVED, CONFIRMED -> {
                story.reply(teller.say("taken"));
                story.work(chance.between(1800, 7200));
                story.solve(teller.solution(story, chance));
                if (stage == Stage.CONFIRMED) {
                    story.elapse(1800);
                    story.confirm(null);
                }
            }
        }
    }
}
