package io.kollega.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.KollegaTest;
import io.kollega.Statements;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KollegaTest
class TogetherTest {
    @Autowired Together together;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void makeTable() {
        jdbc.sql("create table if not exists together (id int primary key, word text)").update();
        jdbc.sql("delete from together").update();
    }

    @AfterAll
    static void dropTable(@Autowired JdbcClient jdbc) {
        jdbc.sql("drop table together").update();
    }

    @Test
    void sendsInOneGoInTheOrderInWhichItWasWritten() throws Exception {
        Statements sent =
                Statements.of(() ->
                        inOneGo(() -> {
                            write(1, "один");
                            write(2, null);
                            together.write(
                                    "update together set word = word || :more where id = :id",
                                    new MapSqlParameterSource("id", 1).addValue("more", "!"));
                        }));
        assertThat(sent.all()).hasSize(1);
        assertThat(sent.transactions()).isEqualTo(1);
        assertThat(words()).containsExactly("один!", null);
    }

    @Test
    void sendsOnceWhatDeedsInsideDeedsWrite() throws Exception {
        Statements sent =
                Statements.of(() ->
                        inOneGo(() -> {
                            write(1, "внешнее");
                            together.send(() -> {
                                write(2, "внутреннее");
                                return true;
                            });
                        }));
        assertThat(sent.all()).hasSize(1);
        assertThat(words()).containsExactly("внешнее", "внутреннее");
    }

    @Test
    void writesAtOnceWhereNothingIsSentTogether() {
        write(7, "сразу");
        assertThat(words()).containsExactly("сразу");
    }

    @Test
    void takesAllBackWhenOneIsRefused() {
        assertThatThrownBy(() ->
                        inOneGo(() -> {
                            write(1, "первое");
                            write(1, "второе");
                        }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void sendsNothingWhenTheDeedFails() {
        assertThatThrownBy(() ->
                        inOneGo(() -> {
                            write(1, "зря");
                            throw new IllegalArgumentException("refused");
                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void sendsTheSameAgainAndAgain() {
        for (int i = 0; i < 10; i++) {
            int id = i * 2;
            inOneGo(() -> {
                write(id, "чёт");
                write(id + 1, "нечет");
            });
        }
        assertThat(words()).hasSize(20);
    }

    private boolean inOneGo(Runnable deed) {
        return Objects.requireNonNull(
                transactions.execute(_ ->
                        together.send(() -> {
                            deed.run();
                            return true;
                        })));
    }

    private void write(int id, @Nullable String word) {
        together.write(
                "insert into together (id, word) values (:id, :word)",
                new MapSqlParameterSource("id", id).addValue("word", word));
    }

    private List<@Nullable String> words() {
        return jdbc.sql("select word from together order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
