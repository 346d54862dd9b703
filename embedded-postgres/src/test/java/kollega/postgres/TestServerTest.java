package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void givesEachTestItsOwnDatabase() throws Exception {
        try (var one = TestServer.fresh();
                var other = TestServer.fresh()) {
            new Sql(one.coordinates()).run("CREATE TABLE mine ()");

            assertThat(new Sql(other.coordinates()).value("SELECT to_regclass('mine')")).isNull();
            assertThat(new Sql(other.coordinates()).list("SELECT extname FROM pg_extension"))
                    .contains("pg_trgm", "unaccent", "btree_gin");
        }
    }

    @Test
    void preparesOnceAndCopies() throws Exception {
        var prepared = new AtomicInteger();
        TestServer.Preparation preparation =
                database -> {
                    prepared.incrementAndGet();
                    new Sql(database).run("CREATE TABLE unit AS SELECT 'ИТ' AS name");
                };
        try (var one = TestServer.fresh("units", preparation)) {
            new Sql(one.coordinates()).run("DELETE FROM unit");
        }
        try (var other = TestServer.fresh("units", preparation)) {
            assertThat(new Sql(other.coordinates()).list("SELECT name FROM unit"))
                    .containsExactly("ИТ");
        }
        assertThat(prepared).hasValue(1);
    }
}
