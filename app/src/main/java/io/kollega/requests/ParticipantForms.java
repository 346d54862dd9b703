package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calling somebody into a request. */
@Controller
@Requires({Permission.ASK, Permission.WORK_QUEUE})
class ParticipantForms {
    /** What a browser puts in when one of the suggestions is chosen: the name, then the code. */
    private static final Pattern CHOSEN = Pattern.compile(".*\\(([^()]+)\\)\\s*");

    private static final int SUGGESTED = 8;

    private final Organization organization;
    private final FormAnswers answers;

    ParticipantForms(Organization organization, FormAnswers answers) {
        this.organization = organization;
        this.answers = answers;
    }

    /** Those whose names fit what was typed. */
    record SuggestionsView(List<Person> people) {}

    @GetMapping("/requests/people")
    Rendered suggest(@RequestParam(defaultValue = "") String participant) {
        String words = Words.line(participant);
        return Rendered.of(
                "requests/suggestions",
                new SuggestionsView(
                        words.length() < 2 ? List.of() : organization.search(words, SUGGESTED)));
    }

    @PostMapping("/requests/{id:\\d+}/participants")
    Object join(
            CurrentPerson person,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String participant,
            @RequestParam(defaultValue = "false") boolean notes) {
        String words = Words.line(participant);
        Draft draft = new Draft("participants", "", words, null);
        Optional<Person> chosen = chosen(words);
        if (chosen.isPresent()) {
            return answers.act(person, id, version, new Deed.Join(chosen.get().id(), notes), draft);
        }
        List<Person> found = words.isEmpty() ? List.of() : organization.search(words, 2);
        return switch (found.size()) {
            case 0 -> answers.refuse(person, id, draft, Refusal.UNKNOWN_PERSON);
            case 1 ->
                    answers.act(
                            person,
                            id,
                            version,
                            new Deed.Join(found.getFirst().id(), notes),
                            draft);
            default -> answers.refuse(person, id, draft, Refusal.SEVERAL_PEOPLE);
        };
    }

    private Optional<Person> chosen(String words) {
        Matcher chosen = CHOSEN.matcher(words);
        return organization.person(chosen.matches() ? chosen.group(1) : words);
    }
}
