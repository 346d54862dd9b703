package io.kollega.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.JdbcHttpSessionConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in rows, so any node serves any of them. Spring's own repository stays behind ours
 * and sweeps what has ended.
 */
@Configuration(proxyBeanMethods = false)
@Import(JdbcHttpSessionConfiguration.class)
class SessionConfiguration {
    /** As many as fit into the column of 36 characters. */
    private static final int ID_BYTES = 27;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionRows(
            @Value("${spring.session.jdbc.table-name}") String table,
            @Value("${server.servlet.session.timeout}") Duration idle) {
        return rows -> {
            rows.setTableName(table);
            // A UUID has fewer random bits than what opens everything of a person should have.
            rows.setSessionIdGenerator(() -> Secret.create(ID_BYTES));
            rows.setDefaultMaxInactiveInterval(idle);
        };
    }

    /** A session is read by one statement, which needs no transaction around it to be whole. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager manager) {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> deed) {
                return RareSessions.reads()
                        ? TransactionOperations.withoutTransaction().execute(deed)
                        : transactions.execute(deed);
            }
        };
    }

    @Bean
    @Primary
    FindByIndexNameSessionRepository<RareSession> rareSessions(JdbcIndexedSessionRepository rows) {
        return new RareSessions<>(rows);
    }
}
