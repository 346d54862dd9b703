package io.kollega.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@KollegaTest
class MailTest {
    private static final int PORT = freePort();

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Postman postman;
    @Autowired Sorting sorting;
    @Autowired Delivery delivery;
    @Autowired MailSettings settings;

    private final Map<String, String> bearers = new HashMap<>();
    private GreenMail server;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("KOLLEGA_MAIL_URL", () -> "smtp://127.0.0.1:" + PORT);
        registry.add("KOLLEGA_MAIL_FROM", () -> "Kollega <kollega@company.example>");
        registry.add("KOLLEGA_ADDRESS", () -> "https://kollega.company.example");
    }

    @BeforeEach
    void begin() {
        clock.set(TestClock.START);
        for (String login : List.of("irina", "pavel", "vera")) {
            address(login, login + "@company.example");
        }
        jdbc.sql("update access.account set language = 'en' where login = 'irina'").update();
        for (String table : List.of("news", "letter", "preference", "quiet", "thread")) {
            jdbc.sql("delete from mail." + table).update();
        }
        postman.hurry();
        server = server();
    }

    @AfterEach
    void end() {
        server.stop();
        clock.set(TestClock.START);
    }

    @Test
    void tellsBothSidesInTheirLanguagesAndInOneThread() throws Exception {
        long id = ask("Не печатает\\nПринтер: Ёж", "Гудит и мигает");
        postman.round();
        assertThat(recipients())
                .containsExactlyInAnyOrder("pavel@company.example", "vera@company.example");
        MimeMessage asked = to("pavel").getFirst();
        assertThat(asked.getSubject()).isEqualTo("№ " + id + ": Не печатает Принтер: Ёж");
        assertThat(asked.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(asked.getHeader("References")).isNull();
        assertThat(parts(asked))
                .hasSize(2)
                .allSatisfy(part ->
                        assertThat(part)
                                .contains("Новое обращение: Ирина Котова", "Гудит и мигает")
                                .contains("https://kollega.company.example/requests/" + id));

        act("pavel", id, "solution", "{\"text\": \"Заменил <картридж>\"}");
        postman.round();
        MimeMessage solved = to("irina").getFirst();
        assertThat(parts(solved).getFirst())
                .contains("Павел Лапин says it is solved", "> Заменил <картридж>");
        assertThat(parts(solved).getLast()).contains("Заменил &lt;картридж&gt;");

        say("irina", id, "Спасибо!", false);
        say("pavel", id, "Не за что", false);
        postman.round();
        MimeMessage reply = to("pavel").getLast();
        assertThat(reply.getSubject()).isEqualTo(asked.getSubject());
        assertThat(reply.getHeader("In-Reply-To")).containsExactly(asked.getMessageID());
        assertThat(reply.getHeader("References")).containsExactly(asked.getMessageID());
        assertThat(to("irina").getLast().getHeader("In-Reply-To"))
                .containsExactly(solved.getMessageID());
        assertThat(left()).isZero();
    }

    @Test
    void tellsNoInternalNoteAndNoRating() throws Exception {
        long id = ask("Оценка", "");
        act("vera", id, "assignment", "{\"person\": " + cast.id("pavel").value() + "}");
        say("vera", id, "Тайна48151", true);
        act("pavel", id, "solution", "{\"text\": \"Готово\"}");
        act("irina", id, "rating", "{\"score\": 3, \"comment\": \"Медленно48151\"}");
        postman.round();
        assertThat(to("irina")).hasSize(1);
        for (MimeMessage message : server.getReceivedMessages()) {
            assertThat(parts(message)).noneMatch(part -> part.contains("48151"));
        }
        assertThat(to("pavel")).as("the request and that it is his").hasSize(2);
    }

    @Test
    void losesNothingAndSendsNothingTwiceWhileServerIsDown() throws Exception {
        server.stop();
        for (int i = 0; i < 5; i++) {
            ask("Без почты " + i, "");
        }
        postman.round();
        postman.round();
        assertThat(left()).isEqualTo(10);
        clock.advance(Duration.ofSeconds(59));
        server = server();
        postman.round();
        postman.round();
        assertThat(recipients()).hasSize(10);
        assertThat(left()).isZero();
    }

    @Test
    void givesUpAfterTwoDaysAndLetsTheAdministratorSendItAgain() throws Exception {
        server.stop();
        ask("Долго", "Тайна48151");
        postman.round();
        clock.advance(Duration.ofHours(49));
        postman.round();
        assertThat(givenUp()).isEqualTo(2);
        String page =
                mvc.perform(as("adam", get("/administration/mail")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(page)
                .contains("Павел Лапин", "Почтовый сервер недоступен")
                .doesNotContain("48151", "Долго");
        server = server();
        long letter = jdbc.sql("select min(id) from mail.letter").query(Long.class).single();
        mvc.perform(as("adam", post("/administration/mail/" + letter + "/attempt")))
                .andExpect(status().is3xxRedirection());
        postman.round();
        assertThat(recipients()).hasSize(1);
    }

    @Test
    void keepsAddressThatCannotBeWrittenToFromHoldingUpOthers() throws Exception {
        address("pavel", "павел@company.example");
        address("vera", "vera@компания.example");
        ask("Адреса", "");
        postman.round();
        assertThat(recipients()).containsExactly("vera@" + IDN.toASCII("компания.example"));
        assertThat(givenUp()).isEqualTo(1);
    }

    @Test
    void gathersDigestAndKeepsQuietHours() throws Exception {
        mvc.perform(
                        as("pavel", post("/profile/mail"))
                                .param("new-requests", "hourly")
                                .param("my-requests", "never"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(
                        as("vera", post("/profile/mail"))
                                .param("quiet", "true")
                                .param("from", "9")
                                .param("until", "11"))
                .andExpect(status().is3xxRedirection());
        ask("Первое", "");
        ask("Второе", "");
        postman.round();
        assertThat(recipients()).isEmpty();
        clock.advance(Duration.ofHours(1));
        postman.round();
        assertThat(recipients())
                .containsExactlyInAnyOrder(
                        "pavel@company.example", "vera@company.example", "vera@company.example");
        assertThat(parts(to("pavel").getFirst()).getFirst()).contains("Первое", "Второе");
        assertThat(left()).isZero();
    }

    @Test
    void sendsEachOnceWhenTwoSendersRace() throws Exception {
        for (int i = 0; i < 20; i++) {
            ask("Гонка " + i, "");
        }
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Postman other = new Postman(settings, sorting, delivery, clock);
            senders.add(CompletableFuture.runAsync(other::round));
        }
        senders.forEach(CompletableFuture::join);
        postman.round();
        assertThat(recipients()).hasSize(40);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::name).distinct())
                .hasSize(40);
        assertThat(left()).isZero();
    }

    @Test
    void sendsNothingToWhoHasNoAddress() throws Exception {
        jdbc.sql("update organization.person set email = null where code in ('pavel', 'vera')")
                .update();
        ask("Никому", "");
        postman.round();
        assertThat(recipients()).isEmpty();
        assertThat(left()).isZero();
    }

    @Test
    void sendsPasswordLinkThatIsMadeOnlyWhenItGoes() throws Exception {
        String person = "/administration/people/" + cast.id("dmitry").value();
        address("dmitry", "dmitry@company.example");
        server.stop();
        mvc.perform(as("adam", post(person + "/password-letter")))
                .andExpect(status().is3xxRedirection());
        postman.round();
        assertThat(links()).isZero();
        clock.advance(Duration.ofSeconds(59));
        server = server();
        postman.round();
        assertThat(links()).isEqualTo(1);
        String text = parts(to("dmitry").getFirst()).getFirst();
        String path = text.replaceFirst("(?s).*company\\.example(/password/\\S+).*", "$1");
        mvc.perform(get(path)).andExpect(status().isOk());
        assertThat(left()).isZero();
    }

    private int links() {
        return jdbc.sql("select count(*) from access.password_link where person = ?")
                .param(cast.id("dmitry").value())
                .query(Integer.class)
                .single();
    }

    private static String name(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long ask(String subject, String body) throws Exception {
        String answer =
                mvc.perform(
                                as("irina", post("/api/v1/requests"))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(
                                                """
                                                {"unit": %d, "kind": "question", "subject": "%s", "body": "%s"}
                                                """
                                                        .formatted(
                                                                cast.unit("it").value(),
                                                                subject,
                                                                body)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return new JsonMapper().readTree(answer).get("id").asLong();
    }

    private void act(String login, long id, String what, String body) throws Exception {
        mvc.perform(
                        as(login, put("/api/v1/requests/" + id + "/" + what))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .andExpect(status().is2xxSuccessful());
    }

    private void say(String login, long id, String text, boolean internal) throws Exception {
        mvc.perform(
                        as(login, post("/api/v1/requests/" + id + "/entries"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"text\": \"%s\", \"internal\": %s}"
                                                .formatted(text, internal)))
                .andExpect(status().is2xxSuccessful());
        clock.advance(Duration.ofMillis(1));
    }

    private MockHttpServletRequestBuilder as(String login, MockHttpServletRequestBuilder call) {
        return call.header("Authorization", bearers.computeIfAbsent(login, cast::bearer));
    }

    private void address(String login, String address) {
        jdbc.sql("update organization.person set email = ? where code = ?")
                .params(address, login)
                .update();
    }

    private List<String> recipients() throws Exception {
        List<String> recipients = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            recipients.add(message.getAllRecipients()[0].toString());
        }
        return recipients;
    }

    private List<MimeMessage> to(String login) throws Exception {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().startsWith(login + "@")) {
                found.add(message);
            }
        }
        return found;
    }

    /** The text and the HTML of a mail. */
    private static List<String> parts(MimeMessage message) throws Exception {
        MimeMultipart content = (MimeMultipart) message.getContent();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < content.getCount(); i++) {
            BodyPart part = content.getBodyPart(i);
            parts.add((String) part.getContent());
        }
        return parts;
    }

    private int left() {
        return jdbc.sql("select count(*) from mail.letter").query(Integer.class).single();
    }

    private int givenUp() {
        return jdbc.sql("select count(*) from mail.letter where given_up_at is not null")
                .query(Integer.class)
                .single();
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
