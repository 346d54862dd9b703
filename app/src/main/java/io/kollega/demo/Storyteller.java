package io.kollega.demo;

import io.kollega.catalog.FormField;
import io.kollega.promises.PauseReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how requests went, one after the other, with the chances that are usual in this company.
 */
final class Storyteller {
    private static final double HOUR = 3600;
    private static final double USUAL_SHARE = 0.40;
    private static final double SPREAD = 0.58;
    private static final double FORGOTTEN = 0.004;
    private static final double WITHDRAWN = 0.03;
    private static final double DECLINED = 0.025;
    private static final double MISROUTED = 0.03;
    private static final double REOPENED = 0.035;
    private static final double NOTED = 0.12;

    private final Company company;
    private final Map<String, List<String>> words;
    private final Map<String, List<String>> phrases;
    private final Desk desk;
    private final Jury jury;

    Storyteller(Company company, Jury jury) {
        this.company = company;
        this.words = company.scenery().phrases().sheet("words").lists();
        this.phrases = phrases(company.scenery().phrases());
        this.desk = new Desk(company);
        this.jury = jury;
    }

    private static Map<String, List<String>> phrases(Sheet sheet) {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (String kind :
                List.of(
                        "taken",
                        "late",
                        "questions",
                        "answers",
                        "outside",
                        "scheduled",
                        "resumed",
                        "notes",
                        "misrouted",
                        "bounced",
                        "withdrawn",
                        "declined",
                        "reopened",
                        "thanks",
                        "again",
                        "asked",
                        "asking",
                        "told")) {
            phrases.put(kind, sheet.texts(kind));
        }
        return phrases;
    }

    List<String> say(String kind) {
        return phrases.getOrDefault(kind, List.of());
    }

    /** A request of the usual kind. */
    Told tell(String externalId, Asking asking, Chance chance) {
        Story story = begin(asking, null, chance);
        go(story, chance);
        return finish(externalId, story, chance);
    }

    /** A story of which nothing has been told but who asks whom. */
    Story begin(Asking asking, @Nullable Colleague specialist, Chance chance) {
        LocalDate day = company.times().day(asking.at());
        Map<String, List<String>> own =
                asking.service() == null
                        ? Map.of(
                                "topic",
                                company.scenery().topics().getOrDefault(asking.unit(), List.of()))
                        : asking.service().words();
        return new Story(
                company,
                new Wording(own, words, day, chance.own()),
                asking.service(),
                asking.client(),
                asking.clientUnit(),
                asking.unit(),
                specialist == null
                        ? desk.specialist(asking.unit(), asking.client(), day, chance)
                        : specialist,
                asking.at());
    }

    Told finish(String externalId, Story story, Chance chance) {
        ServicePlan service = story.service;
        Wording wording = story.wording();
        String subject =
                wording.of(service == null ? say("asked") : service.subjects(), story.client);
        String body = wording.of(service == null ? say("asking") : service.bodies(), story.client);
        return new Told(
                story,
                story.told(
                        externalId,
                        subject,
                        body,
                        service == null ? Map.of() : fields(service, story, chance),
                        company.times().end()),
                jury.on(story, subject, chance));
    }

    private static Map<String, String> fields(ServicePlan service, Story story, Chance chance) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (ServicePlan.Field field : service.fields()) {
            if (field.form().required() || chance.happens(0.7)) {
                String answer = answer(field, story, chance);
                if (!answer.isEmpty()) {
                    answers.put(field.form().key(), answer);
                }
            }
        }
        return answers;
    }

    private static String answer(ServicePlan.Field field, Story story, Chance chance) {
        Wording wording = story.wording();
        FormField form = field.form();
        String template = field.value();
        return switch (form.kind()) {
            case TEXT, LONG_TEXT -> template == null ? "" : wording.fill(template, story.client);
            case NUMBER ->
                    wording.fill(form.key().equals("sum") ? "$sum" : "$n", story.client)
                            .replace(" ", "");
            case DATE -> wording.needed().toString();
            case CHOICE -> chance.of(form.options());
            case YES_NO -> chance.happens(0.4) ? "yes" : "no";
        };
    }

    private void go(Story story, Chance chance) {
        ServicePlan service = story.service;
        LocalDate day = company.times().day(story.submitted());
        double target = HOUR * (service == null ? Story.UNIT_HOURS : service.solution());
        double response = HOUR * (service == null ? 8 : service.response());
        double pace =
                story.specialist.pace()
                        * Planted.pace(
                                story.unit,
                                service == null ? null : service.code(),
                                day,
                                company.times());
        double work = target * pace * chance.around(USUAL_SHARE, SPREAD);
        if (chance.happens(FORGOTTEN)) {
            work *= 6;
        }
        double first = Math.min(response * pace * chance.around(0.3, 0.7), work * 0.8);
        double taken = first * chance.between(0.2, 0.7);
        story.work(taken);
        story.assign(chance.happens(0.6) ? story.specialist : desk.dispatcher(story, day, chance));
        if (chance.happens(WITHDRAWN)) {
            story.elapse(work * chance.between(0.1, 0.6));
            story.withdraw(say("withdrawn"));
            return;
        }
        story.work(first - taken);
        if (chance.happens(DECLINED)) {
            story.decline(say("declined"));
            return;
        }
        if (work > response * 0.7 ? chance.happens(0.95) : chance.happens(0.5)) {
            story.reply(say("taken"));
        }
        double left = work - first;
        left -= wander(story, service, day, left, chance);
        left -= halt(story, service, left, chance);
        if (chance.happens(NOTED)) {
            double part = left * chance.between(0.1, 0.6);
            story.work(part);
            left -= part;
            story.note(say("notes"));
        }
        story.work(left);
        story.solve(solution(story, chance));
        end(story, service, work, chance);
    }

    /** Other units have it for a while. Gives the working time that this took. */
    private double wander(
            Story story, @Nullable ServicePlan service, LocalDate day, double left, Chance chance) {
        boolean contract = service != null && Planted.PING_PONG.contains(service.code());
        double used = 0;
        if (contract
                && !story.clientUnit.equals(Planted.opposite(story.unit))
                && chance.happens(Planted.PING_PONG_SHARE)) {
            int hops = 2 + (chance.happens(0.35) ? 2 : 0);
            for (int hop = 0; hop < hops; hop++) {
                used += hop(story, Planted.opposite(story.unit), "bounced", day, left, chance);
            }
        } else if (chance.happens(MISROUTED)) {
            String from = story.unit;
            used += hop(story, desk.other(story, day, chance), "misrouted", day, left, chance);
            if (chance.happens(0.2)) {
                used += hop(story, from, "bounced", day, left, chance);
            }
        }
        return Math.min(used, left * 0.95);
    }

    private double hop(
            Story story, String to, String reason, LocalDate day, double left, Chance chance) {
        double here = left * chance.between(0.05, 0.15);
        story.work(here);
        story.handOver(to, desk.specialist(to, story.client, day, chance), say(reason));
        double queue = left * chance.between(0.03, 0.08);
        story.work(queue);
        story.assign(story.specialist);
        return here + queue;
    }

    /** The clock stands for a while. Gives the working time that passed before. */
    private double halt(Story story, @Nullable ServicePlan service, double left, Chance chance) {
        double client = service == null ? 0.05 : service.client();
        double outside = service == null ? 0 : service.outside();
        double scheduled = service == null ? 0 : service.scheduled();
        double used = 0;
        if (chance.happens(client)) {
            used += left * chance.between(0.1, 0.3);
            story.work(used);
            story.askClient(
                    service == null || service.questions().isEmpty()
                            ? say("questions")
                            : service.questions(),
                    chance.around(5 * HOUR, 1.0),
                    say("answers"));
        }
        if (chance.happens(outside)) {
            double part = (left - used) * chance.between(0.2, 0.5);
            story.work(part);
            used += part;
            story.pause(
                    PauseReason.WAITING_OUTSIDE,
                    say("outside"),
                    chance.around(20 * HOUR, 0.8),
                    say("resumed"));
        } else if (chance.happens(scheduled)) {
            double part = (left - used) * chance.between(0.1, 0.3);
            story.work(part);
            used += part;
            story.pause(
                    PauseReason.SCHEDULED,
                    say("scheduled"),
                    chance.around(24 * HOUR, 0.5),
                    say("resumed"));
        }
        return used;
    }

    List<String> solution(Story story, Chance chance) {
        if (story.ratio() > 1 && chance.happens(0.6)) {
            return say("late");
        }
        return story.service == null ? say("told") : story.service.done();
    }

    private void end(Story story, @Nullable ServicePlan service, double work, Chance chance) {
        double again = REOPENED;
        if (service != null && service.code().equals(Planted.KEPT_AND_POOR)) {
            again = Planted.KEPT_AND_POOR_REOPENED;
        } else if (story.unit.equals(Planted.WEAK_PROVIDER)) {
            again *= 2;
        }
        for (int round = 0; round < 2 && chance.happens(again); round++) {
            story.elapse(chance.around(3 * HOUR, 0.8));
            story.reopen(say("reopened"));
            story.work(work * chance.between(0.15, 0.4));
            story.solve(say("again"));
        }
        Instant closes = company.times().closes(story.at());
        if (chance.happens(0.5)) {
            story.elapse(chance.around(4 * HOUR, 1.0));
            if (story.at().isBefore(closes)) {
                story.confirm(chance.happens(0.35) ? chance.of(say("thanks")) : null);
                return;
            }
        }
        story.expire(closes);
    }
}
