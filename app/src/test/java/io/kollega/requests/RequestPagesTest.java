package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class RequestPagesTest {
    private static final String SECRET = "Третий раз за квартал";

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired KeptFiles keptFiles;
    @Autowired Attachments attachments;
    @Autowired JdbcClient jdbc;
    Web web;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        web = new Web(mvc);
    }

    @Test
    void asksUnitAndShowsByWhenItWillBeAnswered() throws Exception {
        String it = Long.toString(cast.unit("it").value());
        Document form = web.visit("irina", "/requests/new?unit=" + it).page();
        assertThat(form.select("aside time")).hasSize(2);
        assertThat(form.select("h1").text()).isEqualTo("ИТ");
        Document shown = page("irina", ask("irina", "Не печатает принтер", "На третьем этаже"));
        assertThat(shown.select("h1").text()).startsWith("Не печатает принтер");
        assertThat(shown.select(".entry .words").text()).isEqualTo("На третьем этаже");
        assertThat(shown.select(".due time").attr("datetime")).isNotEmpty();
        assertThat(page("irina", "/requests/mine").select("time").text()).contains("ответ:");
    }

    @Test
    void keepsWhatWasTypedWhenSubmissionIsRefused() throws Exception {
        Web.Answer refused =
                web.send(
                        "irina",
                        "/requests",
                        "unit",
                        Long.toString(cast.unit("it").value()),
                        "kind",
                        "assignment",
                        "subject",
                        " ",
                        "body",
                        "Длинный рассказ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("textarea[name=body]").text())
                .isEqualTo("Длинный рассказ");
        assertThat(refused.page().select(".problem").text()).contains("Напишите тему");
        assertThat(refused.page().select("#kind-assignment").hasAttr("checked")).isTrue();
    }

    @Test
    void keepsViewOfTheQueueAndCountsWhatIsInIt() throws Exception {
        String it = Long.toString(cast.unit("it").value());
        ask("irina", "Счётчик вида", "");
        for (String query : new String[] {"assignee=none&q=Счётчик", "q=100%", "q=%zz"}) {
            Web.Answer kept =
                    web.send("pavel", "/queue/views", "unit", it, "query", query, "name", query);
            assertThat(kept.status()).as(query).isEqualTo(302);
        }
        Document queue = page("pavel", "/queue?unit=" + it);
        assertThat(queue.select(".view").eachText()).contains("assignee=none&q=Счётчик 1");
    }

    @Test
    void removesViewForItsOwnerAlone() throws Exception {
        String it = Long.toString(cast.unit("it").value());
        web.send("pavel", "/queue/views", "unit", it, "query", "q=1", "name", "Вид Павла");
        long id =
                jdbc.sql("select id from requests.saved_view where name = 'Вид Павла'")
                        .query(Long.class)
                        .single();
        String address = "/queue/views/" + id + "/removal";
        web.send("vera", address, "unit", it);
        assertThat(page("pavel", "/queue?unit=" + it).select(".view").text()).contains("Вид Павла");
        web.send("pavel", address, "unit", it);
        assertThat(page("pavel", "/queue?unit=" + it).select(".view").text())
                .doesNotContain("Вид Павла");
    }

    @Test
    void takesUnreadableCursorForTheFirstPage() throws Exception {
        assertThat(web.visit("pavel", "/queue?after=-999999999999999999-1").status())
                .isEqualTo(200);
    }

    @Test
    void refusesEmptyFileAndKeepsWhatWasTyped() throws Exception {
        Web.Answer refused =
                web.upload(
                        "irina",
                        "/requests",
                        new MockMultipartFile("files", "empty.txt", "text/plain", new byte[0]),
                        "unit",
                        Long.toString(cast.unit("it").value()),
                        "kind",
                        "question",
                        "subject",
                        "С пустым файлом");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".problem").text()).contains("Файл пустой");
        assertThat(refused.page().select("#subject").val()).isEqualTo("С пустым файлом");
    }

    /** As the page writes it, as people write it, and never another one's request. */
    @Test
    void findsARequestByItsNumber() throws Exception {
        String path = ask("irina", "По номеру", "");
        String number = path.substring(path.lastIndexOf('/') + 1);
        for (String typed :
                new String[] {
                    number, "#" + number, "№ " + number, "№\u00a0" + number, "no." + number
                }) {
            assertThat(
                            page("irina", "/requests/mine?state=all&q=" + encoded(typed))
                                    .select(".request-line")
                                    .text())
                    .as(typed)
                    .contains("По номеру");
        }
        assertThat(page("anna", "/requests/mine?state=all&q=" + number).select(".request-line"))
                .isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void sendsTheSameFormOnlyOnce() throws Exception {
        String[] form = {
            "unit", Long.toString(cast.unit("it").value()),
            "kind", "question",
            "subject", "Дважды нажали",
            "once", "0b8f2d0e-form-once"
        };
        Web.Answer first = web.send("irina", "/requests", form);
        Web.Answer second = web.send("irina", "/requests", form);
        assertThat(first.status()).isEqualTo(302);
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void escapesWhatPeopleWrite() throws Exception {
        String attack = "<script>alert('x')</script><img src=x onerror=alert(1)>";
        String path = ask("irina", attack, attack);
        reply("pavel", path, attack, false);
        for (String login : new String[] {"irina", "pavel"}) {
            for (String address : new String[] {path, path + "/history", "/requests/mine"}) {
                Document page = page(login, address);
                assertThat(page.select("main script, main img")).as(address).isEmpty();
            }
        }
        assertThat(page("irina", path).select("h1").text()).startsWith(attack);
        Document queue = page("pavel", "/queue?q=alert");
        assertThat(queue.select("main script, main img")).isEmpty();
        assertThat(queue.select("td.queue-subject > a").eachText()).contains(attack);
    }

    @Test
    void neverShowsInternalNotesToTheClient() throws Exception {
        String path = ask("irina", "Тайное", "");
        reply("pavel", path, SECRET, true);
        Document seen = page("pavel", path);
        assertThat(seen.select(".entry-note .words").text()).isEqualTo(SECRET);
        assertThat(seen.select(".entry-note .badge").text()).isEqualTo("внутренняя заметка");
        for (String address :
                new String[] {
                    path,
                    path + "/history",
                    "/requests/mine",
                    "/requests/mine/fragment",
                    "/requests/mine/export.csv"
                }) {
            assertThat(web.visit("irina", address).text()).as(address).doesNotContain(SECRET);
        }
        assertThat(web.visit("pavel", "/queue/export.csv?state=all").text())
                .contains("Тайное")
                .doesNotContain(SECRET);
        assertThat(page("irina", "/requests/mine?state=all&q=квартал").select(".request-line"))
                .isEmpty();
        assertThat(page("pavel", "/queue?q=квартал").select("tr[data-row]")).isNotEmpty();
    }

    @Test
    void keepsTypedTextWhenARaceIsLost() throws Exception {
        String path = ask("irina", "Гонка", "");
        reply("irina", path, "Уже не надо на третьем, надо на пятом", false);
        Web.Answer lost = web.send("vera", path + "/solution", "version", "1", "text", "Починили");
        assertThat(lost.status()).isEqualTo(409);
        Document page = lost.page();
        assertThat(page.select(".lost").text()).contains("надо на пятом", "Ирина Котова");
        assertThat(page.select("#solution-text").text()).isEqualTo("Починили");
        assertThat(page.select("#solution-text").parents().is("details[open]")).isTrue();
        String version = page.select("#composer input[name=version]").attr("value");
        assertThat(
                        web.send("vera", path + "/solution", "version", version, "text", "Починили")
                                .status())
                .isEqualTo(302);
    }

    @Test
    void noteDoesNotMakeTheClientLoseARace() throws Exception {
        String path = ask("irina", "Без помех", "");
        reply("pavel", path, SECRET, true);
        assertThat(
                        web.send("irina", path + "/entries", "version", "1", "text", "Ещё вот что")
                                .status())
                .isEqualTo(302);
    }

    @Test
    void offersEachSideOnlyWhatItMayDo() throws Exception {
        String path = ask("irina", "Кто что может", "");
        Document client = page("irina", path);
        assertThat(client.select("form[action$=/withdrawal]")).hasSize(1);
        assertThat(client.select("form[action$=/solution], form[action$=/handover]")).isEmpty();
        assertThat(client.select("#internal")).isEmpty();
        Document provider = page("pavel", path);
        assertThat(provider.select("form[action$=/solution], form[action$=/handover]")).hasSize(2);
        assertThat(provider.select("form[action$=/withdrawal]")).isEmpty();
        assertThat(web.visit("anna", path).status()).isEqualTo(404);
        assertThat(web.send("anna", path + "/entries", "version", "1", "text", "x").status())
                .isEqualTo(404);
    }

    @Test
    void explainsTheDeadlineAndDrawsALedgerThatAddsUp() throws Exception {
        String path = ask("irina", "Чьё время", "");
        web.send(
                "pavel",
                path + "/pause",
                "version",
                "1",
                "reason",
                "waiting-client",
                "text",
                "Пришлите фото");
        clock.advance(Duration.ofHours(29).plusSeconds(31));
        web = new Web(mvc);
        Document page = page("irina", path);
        assertThat(page.select(".why-lines .why-paused").text()).contains("ждём клиента");
        int width = 0;
        for (var part : page.select(".ledger-bar rect")) {
            assertThat(Integer.parseInt(part.attr("x"))).isEqualTo(width);
            width += Integer.parseInt(part.attr("width"));
        }
        assertThat(width).isEqualTo(LedgerView.WIDTH);
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.select(".badges").text()).contains("ждём вашего ответа");
        assertThat(page("pavel", path).select(".badges").text()).contains("ждём клиента");
    }

    @Test
    void attachesFilesAndGivesThemOnlyToThoseWhoMayRead() throws Exception {
        String path = ask("irina", "Чертёж", "");
        MockMultipartFile file =
                new MockMultipartFile(
                        "files",
                        "../чертёж 6204.pdf",
                        "text/html",
                        "%PDF-1.7 <script>".getBytes(StandardCharsets.UTF_8));
        assertThat(
                        web.upload(
                                        "irina",
                                        path + "/entries",
                                        file,
                                        "version",
                                        "1",
                                        "text",
                                        "Во вложении")
                                .status())
                .isEqualTo(302);
        MockMultipartFile note =
                new MockMultipartFile(
                        "files", "расчёт.txt", null, SECRET.getBytes(StandardCharsets.UTF_8));
        web.upload(
                "pavel",
                path + "/entries",
                note,
                "version",
                "2",
                "text",
                SECRET,
                "internal",
                "true");
        Document seen = page("pavel", path);
        assertThat(seen.select("a.file")).hasSize(2);
        String pdf = seen.select("a.file").get(0).attr("href");
        String secret = seen.select("a.file").get(1).attr("href");
        Web.Answer given = web.visit("irina", pdf);
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.response().getContentType()).isEqualTo("application/pdf");
        assertThat(given.response().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(given.response().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page("irina", path).select("a.file")).hasSize(1);
        assertThat(web.visit("irina", secret).status()).isEqualTo(404);
        assertThat(web.visit("anna", pdf).status()).isEqualTo(404);
        assertThat(web.visit("pavel", secret).text()).isEqualTo(SECRET);
    }

    @Test
    void refusesFilesThatAreNotWhatTheirNamesSay() throws Exception {
        String path = ask("irina", "Вирус", "");
        for (String name : new String[] {"page.html", "run.exe", "picture.png"}) {
            MockMultipartFile file =
                    new MockMultipartFile(
                            "files",
                            name,
                            "image/png",
                            "<script>".getBytes(StandardCharsets.UTF_8));
            Web.Answer refused =
                    web.upload(
                            "irina", path + "/entries", file, "version", "1", "text", "Вот файл");
            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(refused.page().select("#text").text()).isEqualTo("Вот файл");
            assertThat(refused.page().select(".alert").text())
                    .contains("не все файлы можно приложить");
            assertThat(refused.page().select(".problem").text())
                    .contains("приложить нельзя", "Не приложен: " + name);
        }
    }

    /** What came with a form that is refused goes along when it is sent again. */
    @Test
    void keepsFilesOfRefusedForms() throws Exception {
        String unit = Long.toString(cast.unit("it").value());
        Web.Answer refused =
                web.upload(
                        "irina",
                        "/requests",
                        List.of(text("план.txt"), text("вирус.exe"), text("список.txt")),
                        "unit",
                        unit,
                        "kind",
                        "question",
                        "subject",
                        "Тема");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".problem").text()).contains("Не приложен: вирус.exe.");
        List<String> kept = kept(refused);
        assertThat(refused.page().select(".form-check-label").eachText())
                .containsExactly("план.txt", "список.txt");
        assertThat(kept).hasSize(2);

        String[] again = {
            "unit", unit, "kind", "question", "kept", kept.get(0), "kept", kept.get(1)
        };
        Web.Answer untitled = web.send("irina", "/requests", with(again, "subject", ""));
        assertThat(untitled.status()).as("kept as often as it takes").isEqualTo(422);
        assertThat(kept(untitled)).isEqualTo(kept);
        Web.Answer foreign = web.send("anna", "/requests", with(again, "subject", "Чужое"));
        assertThat(foreign.status()).as("somebody else's files").isEqualTo(422);
        assertThat(kept(foreign)).isEmpty();
        assertThat(foreign.page().select(".problem").text()).contains("уже не хранятся");

        String[] sent = with(again, "subject", "Тема", "once", "kept-files-once");
        Web.Answer done = web.send("irina", "/requests", sent);
        assertThat(done.status()).isEqualTo(302);
        String path = Objects.requireNonNull(done.location()).replaceAll("\\?.*", "");
        assertThat(page("irina", path).select("a.file").eachText())
                .hasSize(2)
                .anyMatch(file -> file.startsWith("план.txt"));
        assertThat(web.send("irina", "/requests", sent).location())
                .as("sent twice, asked once")
                .isEqualTo(done.location());
        assertThat(web.send("irina", "/requests", with(again, "subject", "Ещё раз")).status())
                .as("attached already")
                .isEqualTo(422);
    }

    @Test
    void keepsFilesOfRepliesThatLostARaceForADay() throws Exception {
        String path = ask("irina", "Гонка", "");
        reply("pavel", path, "Раньше", false);
        Web.Answer late =
                web.upload(
                        "irina",
                        path + "/entries",
                        List.of(text("ответ.txt")),
                        "version",
                        "1",
                        "text",
                        "Позже");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select(".composer .form-check-label").text()).isEqualTo("ответ.txt");
        String[] again = {"version", "2", "text", "Позже", "kept", kept(late).getFirst()};
        age("1 day 1 second");
        Web.Answer gone = web.send("irina", path + "/entries", again);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.page().select(".alert").text()).contains("уже не хранятся");
        assertThat(gone.page().select("#text").text()).isEqualTo("Позже");
        assertThat(page("irina", path).select("a.file")).isEmpty();
        UUID file = UUID.fromString(again[5]);
        keptFiles.forget();
        assertThat(attachments.path(file)).as("a form may still name it").exists();
        age("1 hour");
        keptFiles.forget();
        assertThat(attachments.path(file)).doesNotExist();
    }

    private void age(String by) {
        jdbc.sql("update requests.kept_file set at = at - cast(? as interval)").param(by).update();
    }

    private static List<String> kept(Web.Answer answer) {
        return answer.page().select("input[name=kept]").eachAttr("value");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static MockMultipartFile text(String name) {
        return new MockMultipartFile(
                "files", name, "text/plain", "текст".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twoPeopleOnOneRequestSeeEachOther() throws Exception {
        String path = ask("irina", "Вдвоём", "");
        web.send("pavel", path + "/presence", "version", "1");
        assertThat(web.send("vera", path + "/presence", "version", "1").page().text())
                .contains("Павел Лапин");
        reply("irina", path, "Новое", false);
        assertThat(web.send("pavel", path + "/presence", "version", "1").page().text())
                .contains("Вера Белова", "1 новая запись");
        clock.advance(Presence.LASTS.plusSeconds(1));
        assertThat(web.send("vera", path + "/presence", "version", "2").page().text())
                .doesNotContain("Павел");
        assertThat(web.send("anna", path + "/presence", "version", "1").status()).isEqualTo(404);
    }

    @Test
    void callsInColleaguesWhoThenSeeTheRequest() throws Exception {
        String path = ask("irina", "Позвать", "");
        reply("pavel", path, SECRET, true);
        assertThat(
                        web.send(
                                        "irina",
                                        path + "/participants",
                                        "version",
                                        "1",
                                        "participant",
                                        "Анна Мельник")
                                .status())
                .isEqualTo(302);
        Document followed = page("anna", path);
        assertThat(followed.text()).contains("Позвать").doesNotContain(SECRET);
        assertThat(page("anna", "/requests/mine?view=followed&state=all").text())
                .contains("Позвать");
        assertThat(page("anna", "/notifications").text())
                .contains("подключает вас к обращению")
                .doesNotContain("пишет в обращении");
        reply("pavel", path, "Только для своих", true);
        assertThat(page("anna", "/notifications").text()).doesNotContain("пишет в обращении");
        reply("pavel", path, "Для всех", false);
        assertThat(page("anna", "/notifications").text())
                .contains("пишет в обращении, к которому вы подключены");
        Web.Answer unknown =
                web.send(
                        "irina",
                        path + "/participants",
                        "version",
                        "9",
                        "participant",
                        "Никто Никакой");
        assertThat(unknown.status()).isEqualTo(422);
    }

    private String ask(String login, String subject, String body) throws Exception {
        Web.Answer sent =
                web.send(
                        login,
                        "/requests",
                        "unit",
                        Long.toString(cast.unit("it").value()),
                        "kind",
                        "question",
                        "subject",
                        subject,
                        "body",
                        body);
        assertThat(sent.status()).isEqualTo(302);
        return Objects.requireNonNull(sent.location()).replaceFirst("\\?.*", "");
    }

    private void reply(String login, String path, String text, boolean internal) throws Exception {
        String version = page(login, path).select("#composer input[name=version]").attr("value");
        Web.Answer sent =
                web.send(
                        login,
                        path + "/entries",
                        "version",
                        version,
                        "text",
                        text,
                        "internal",
                        Boolean.toString(internal));
        assertThat(sent.status()).isEqualTo(302);
    }

    private Document page(String login, String address) throws Exception {
        Web.Answer answer = web.visit(login, address.replace(" ", "%20"));
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.page();
    }
}
