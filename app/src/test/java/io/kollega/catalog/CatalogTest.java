package io.kollega.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.organization.Name;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@KollegaTest
@Transactional
class CatalogTest {
    @Autowired Catalog catalog;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private ServiceId laptop = new ServiceId(0);
    private ServiceId access = new ServiceId(0);

    @BeforeEach
    void offer() {
        Map<String, ServiceId> ids =
                catalog.bring(
                        List.of(
                                service("test-laptop", "Выдача ноутбука", "A laptop", 16),
                                service("test-access", "Доступ к папке", "Access to a folder", 8)));
        laptop = Objects.requireNonNull(ids.get("test-laptop"));
        access = Objects.requireNonNull(ids.get("test-access"));
    }

    @Test
    void promisesByServiceWhatItsStandardSays() {
        Standard standard = catalog.standard(laptop);
        assertThat(standard.solution()).isEqualTo(Duration.ofHours(16));
        assertThat(standard.version()).isEqualTo(1);
        assertThat(standard.norms())
                .containsExactly(new Name("Отвечаем по имени", "We answer by name"));
        assertThat(catalog.version(standard.id())).isEqualTo(standard);
    }

    @Test
    void changesVersionOnlyWhenStandardDiffers() {
        StandardId first = catalog.standard(laptop).id();
        catalog.bring(List.of(service("test-laptop", "Ноутбук", "A laptop", 16)));
        assertThat(catalog.standard(laptop).id()).isEqualTo(first);
        catalog.bring(List.of(service("test-laptop", "Ноутбук", "A laptop", 24)));
        assertThat(catalog.standard(laptop).version()).isEqualTo(2);
        assertThat(catalog.version(first).solution()).isEqualTo(Duration.ofHours(16));
        assertThat(catalog.service(laptop).orElseThrow().name().text()).isEqualTo("Ноутбук");
    }

    @Test
    void givesUnitThatIsJustAskedStandardOfItsOwn() {
        Standard standard = catalog.standard(cast.unit("logistics"));
        assertThat(standard.service()).isNull();
        assertThat(standard.response()).isEqualTo(Duration.ofHours(8));
        assertThat(standard.solution()).isEqualTo(Duration.ofHours(40));
        assertThat(catalog.standard(cast.unit("logistics"))).isEqualTo(standard);
    }

    @Test
    void findsInAnyFormInBothLanguagesAndWithTypos() {
        assertThat(found("ноутбуки")).first().isEqualTo(laptop);
        assertThat(found("ноут")).first().isEqualTo(laptop);
        assertThat(found("laptops")).first().isEqualTo(laptop);
        assertThat(found("нотбук")).first().isEqualTo(laptop);
        assertThat(found("папки доступ")).first().isEqualTo(access);
        assertThat(found("экскаватор")).isEmpty();
        assertThat(found("'!:*& |")).contains(laptop, access);
    }

    /** Whole words before beginnings, and no part of a word for a word. */
    @Test
    void findsByKeywordsUnitsAndTheOtherLayout() {
        ServiceId stand = one("test-stand", "Стоит ли покупать итог", "");
        ServiceId mouse = one("test-mouse", "Починка", "мышка, мышь, не работает, vpn, удалённый");
        assertThat(found("мышь не работает")).first().isEqualTo(mouse);
        assertThat(found("мыши")).contains(mouse);
        assertThat(found("VPN")).containsExactly(mouse);
        assertThat(found("мзт")).as("vpn in the other layout").containsExactly(mouse);
        assertThat(found("vsim")).as("мышь in the other layout").contains(mouse);
        assertThat(found("удаленный")).containsExactly(mouse);
        assertThat(found("удалённый")).containsExactly(mouse);
        assertThat(found("мышь экскаватор")).as("any of the words").contains(mouse);
        assertThat(found("то")).doesNotContain(stand);
        assertThat(found("IT")).contains(laptop, access, mouse);
    }

    private ServiceId one(String code, String name, String keywords) {
        NewService like = service(code, name, name, 16);
        return Objects.requireNonNull(
                catalog.bring(
                                List.of(
                                        new NewService(
                                                code,
                                                like.unit(),
                                                Name.of(name),
                                                Name.of(""),
                                                like.response(),
                                                like.solution(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                keywords)))
                        .get(code));
    }

    @Test
    void offersToNamedUnitsAndThoseBelow() {
        jdbc.sql("update catalog.service set everyone = false where id = :id")
                .param("id", laptop.value())
                .update();
        assertThat(catalog.offeredTo(laptop, cast.unit("accounting"))).isFalse();
        assertThat(found("ноутбук")).isEmpty();
        jdbc.sql("insert into catalog.audience values (:id, :unit)")
                .param("id", laptop.value())
                .param("unit", cast.unit("company").value())
                .update();
        assertThat(catalog.offeredTo(laptop, cast.unit("accounting"))).isTrue();
        assertThat(found("ноутбук")).contains(laptop);
    }

    @Test
    void keepsAnswersThatFit() {
        assertThat(
                        catalog.check(
                                catalog.standard(laptop),
                                Map.of(
                                        "model", "Быстрый",
                                        "until", "2026-04-01",
                                        "pieces", " 1 200,5 ",
                                        "unknown", "x")))
                .isEqualTo(
                        new FieldAnswers.Complete(
                                Map.of(
                                        "model", "Быстрый",
                                        "until", "2026-04-01",
                                        "pieces", "1200.5")));
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThat(
                        catalog.check(
                                catalog.standard(laptop),
                                Map.of("until", "завтра", "pieces", "две")))
                .isEqualTo(
                        new FieldAnswers.Incomplete(
                                Map.of(
                                        "model", "catalog.answer.missing",
                                        "until", "catalog.answer.not-a-date",
                                        "pieces", "catalog.answer.not-a-number")));
    }

    private List<ServiceId> found(String text) {
        return catalog.search(text, cast.unit("accounting"), 50).stream()
                .map(OfferedService::id)
                .toList();
    }

    private NewService service(String code, String name, String english, int solution) {
        return new NewService(
                code,
                cast.unit("it"),
                new Name(name, english),
                new Name("Для работы", "For work"),
                Duration.ofHours(4),
                Duration.ofHours(solution),
                List.of(
                        new FormField(
                                "model",
                                new Name("Модель", "Model"),
                                FormField.Kind.CHOICE,
                                true,
                                List.of("Быстрый", "Лёгкий")),
                        new FormField(
                                "until",
                                Name.of("К какому дню"),
                                FormField.Kind.DATE,
                                false,
                                List.of()),
                        new FormField(
                                "pieces",
                                Name.of("Сколько"),
                                FormField.Kind.NUMBER,
                                false,
                                List.of())),
                List.of(new Name("Отвечаем по имени", "We answer by name")),
                List.of(Name.of("Согласие руководителя")));
    }
}
