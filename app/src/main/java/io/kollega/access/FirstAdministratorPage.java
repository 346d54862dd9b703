package io.kollega.access;

import io.kollega.access.FirstAdministrator.Candidate;
import io.kollega.organization.PersonId;
import io.kollega.permissions.Anyone;
import io.kollega.shell.Problem;
import io.kollega.shell.ProblemView;
import io.kollega.shell.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Where the first administrator is made, by the link that the first start printed. */
@Controller
@Anyone
class FirstAdministratorPage {
    private final FirstAdministrator administrator;
    private final PasswordRule rule;
    private final OwnWords words;
    private final Entrance entrance;

    FirstAdministratorPage(
            FirstAdministrator administrator,
            PasswordRule rule,
            OwnWords words,
            Entrance entrance) {
        this.administrator = administrator;
        this.rule = rule;
        this.words = words;
        this.entrance = entrance;
    }

    @GetMapping("/first-administrator/{secret}")
    Rendered form(@PathVariable String secret) {
        return administrator.valid(secret)
                ? Rendered.of(
                        "access/first-administrator",
                        new FirstAdministratorView(
                                secret, administrator.needsCompany(), "", "", "", "", Map.of()))
                : gone();
    }

    @PostMapping("/first-administrator/{secret}")
    Object create(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String company,
            @RequestParam String givenName,
            @RequestParam String familyName,
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!administrator.valid(secret)) {
            return gone();
        }
        boolean needsCompany = administrator.needsCompany();
        Map<String, String> problems = new LinkedHashMap<>();
        demand(problems, "company", !needsCompany || !company.isBlank());
        demand(problems, "givenName", !givenName.isBlank());
        demand(problems, "familyName", !familyName.isBlank());
        String normal = Accounts.normal(login);
        String wrongLogin = LoginRule.problem(normal);
        if (wrongLogin != null) {
            problems.put("login", wrongLogin);
        }
        Candidate candidate =
                new Candidate(
                        company.strip(), givenName.strip(), familyName.strip(), normal, password);
        String wrongPassword = rule.problem(password, again, words.of(candidate));
        if (wrongPassword != null) {
            problems.put("password", wrongPassword);
        }
        if (!problems.isEmpty()) {
            return Rendered.refused(
                    "access/first-administrator",
                    new FirstAdministratorView(
                            secret, needsCompany, company, givenName, familyName, login, problems));
        }
        Optional<PersonId> person = administrator.create(secret, candidate);
        if (person.isEmpty()) {
            return gone();
        }
        return new RedirectView(
                entrance.enter(
                        person.get(), Way.LINK, "/?done=access.first.done", request, response));
    }

    private static void demand(Map<String, String> problems, String field, boolean given) {
        if (!given) {
            problems.put(field, "access.required");
        }
    }

    private static Rendered gone() {
        return new Rendered(
                "access/link-gone",
                new ProblemView(Problem.NOT_FOUND, null),
                Problem.NOT_FOUND.status());
    }
}
