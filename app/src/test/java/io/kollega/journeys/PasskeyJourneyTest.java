package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import io.kollega.access.Accounts;
import io.kollega.access.NewAccount;
import io.kollega.access.Role;
import io.kollega.access.SecondFactors;
import io.kollega.organization.NewPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody makes a passkey, signs in by it alone, and shows it in place of a code and of a
 * password, in a browser with an authenticator that unlocks itself.
 */
@KollegaServerTest
@ExtendWith(Chromium.class)
class PasskeyJourneyTest {
    @LocalServerPort int port;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired SecondFactors factors;
    @Autowired JdbcClient jdbc;

    private PersonId person = new PersonId(0);

    @ParameterizedTest(name = "{0}, {1} px wide")
    @CsvSource({"ru, light, 1280", "en, dark, 360"})
    void signsInByPasskeyAlone(String language, String theme, int width, Browser browser) {
        String login = newcomer(language);
        // At an address of numbers there are no passkeys.
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL("http://localhost:" + port)
                                .setLocale(language)
                                .setViewportSize(width, 800))) {
            Window window = new Window(context);
            CDPSession authenticator = withAuthenticator(context, window);
            window.open("/sign-in");
            window.signIn(login, Cast.PASSWORD);
            Visits.prefer(context, language, theme);

            window.open("/profile/second-factor");
            check(window, language + "-factors-" + width);
            window.fill("#name", "Рабочий ноутбук");
            window.press("form[data-making=true] button");
            window.page().waitForURL("**/profile/passkeys");
            assertThat(window.find(".recovery-codes li").count()).isEqualTo(10);
            check(window, language + "-recovery-" + width);
            window.open("/profile/second-factor");
            assertThat(window.text("main")).contains("Рабочий ноутбук");
            check(window, language + "-factors-kept-" + width);
            assertThat(factors.of(person)).isEqualTo(new SecondFactors.Held(false, 1, 10));

            signOut(window);
            check(window, language + "-sign-in-" + width);
            window.press("form[data-passkey] button");
            window.page().waitForURL("http://localhost:" + port + "/");
            assertThat(way()).isEqualTo("passkey");

            signOut(window);
            window.fill("#login", login);
            window.fill("#password", Cast.PASSWORD);
            window.press("main form[action='/sign-in'] button");
            assertThat(window.path()).isEqualTo("/sign-in/second-factor");
            check(window, language + "-second-factor-" + width);
            window.press("form[data-passkey] button");
            window.page().waitForURL("http://localhost:" + port + "/");

            signOut(window);
            authenticator.send("WebAuthn.disable");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String newcomer(String language) {
        String login = "passkey-" + language;
        person =
                Objects.requireNonNull(
                        organization
                                .bringPeople(
                                        List.of(
                                                new NewPerson(
                                                        login,
                                                        "Ключ",
                                                        "Доступов",
                                                        null,
                                                        "management",
                                                        false,
                                                        LocalDate.of(2020, 1, 1))))
                                .get(login));
        accounts.open(List.of(new NewAccount(person, login, Cast.PASSWORD, Set.of(Role.EMPLOYEE))));
        return login;
    }

    private static CDPSession withAuthenticator(BrowserContext context, Window window) {
        CDPSession session = context.newCDPSession(window.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", authenticator);
        return session;
    }

    private static void signOut(Window window) {
        // The page a passkey led to may still be on its way, and would come instead of the next.
        window.page().waitForLoadState(LoadState.NETWORKIDLE);
        window.page()
                .evaluate("() => document.querySelector(\"form[action='/sign-out']\").submit()");
        window.page().waitForURL("**/sign-in?done=access.signed-out");
    }

    private String way() {
        return jdbc.sql(
                        """
                        select details ->> 'by' from audit.line
                        where actor = ? and deed = 'signed-in' order by id desc limit 1
                        """)
                .param(person.value())
                .query(String.class)
                .single();
    }

    private static void check(Window window, String name) {
        window.settle();
        window.shoot(name);
        assertThat(window.overflows()).as(name).isFalse();
        assertThat(new AxeBuilder(window.page()).setLegacyMode(true).analyze().getViolations())
                .as(name)
                .isEmpty();
    }
}
