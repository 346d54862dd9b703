package io.kollega.travel;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How work travels between units. */
@Controller
@RequestMapping("/figures/travel")
@Requires(Permission.ASK)
class TravelPage {
    private final TravelQueries queries;
    private final Organization organization;

    TravelPage(TravelQueries queries, Organization organization) {
        this.queries = queries;
        this.organization = organization;
    }

    @Bean
    static NavEntry travelEntry() {
        return new NavEntry(
                Door.HOW_WE_DO, 30, "travel.title", "/figures/travel", Set.of(Permission.ASK));
    }

    @GetMapping
    Rendered show(
            CurrentPerson person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "units") String level,
            @RequestParam(defaultValue = "") String find) {
        Months months = Months.of(from, to);
        TravelQuestion question =
                new TravelQuestion(months.from(), months.to(), TravelQuestion.Level.of(level));
        TravelView view =
                new TravelView(
                        from,
                        to,
                        find.strip(),
                        question.level(),
                        queries.answer(question),
                        organization.everyUnit(),
                        UriComponentsBuilder.newInstance()
                                .queryParam("from", from)
                                .queryParam("to", to)
                                .queryParam("level", question.level().slug())
                                .queryParam("find", find.strip())
                                .encode()
                                .toUriString(),
                        months.problem());
        return months.problem() == null
                ? Rendered.of("travel/travel", view)
                : Rendered.refused("travel/travel", view);
    }

    /** Two months as they were typed; a problem leaves both out. */
    record Months(@Nullable YearMonth from, @Nullable YearMonth to, @Nullable String problem) {
        static Months of(String from, String to) {
            try {
                YearMonth first = from.isBlank() ? null : YearMonth.parse(from);
                YearMonth last = to.isBlank() ? null : YearMonth.parse(to);
                return first != null && last != null && last.isBefore(first)
                        ? new Months(null, null, "travel.problem.order")
                        : new Months(first, last, null);
            } catch (DateTimeException e) {
                return new Months(null, null, "travel.problem.month");
            }
        }
    }
}
