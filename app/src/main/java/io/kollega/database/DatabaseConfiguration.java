package io.kollega.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Server databaseServer(Environment environment) {
        return Server.open(DatabaseSettings.from(environment));
    }

    /** Closed before the server, because it depends on it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            Server server, @Value("${kollega.database.connections:12}") int connections) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("kollega");
        source.setJdbcUrl(server.address().url());
        source.setUsername(server.address().user());
        source.setPassword(server.address().password());
        source.setMaximumPoolSize(connections);
        source.setMinimumIdle(2);
        source.setConnectionTimeout(5_000);
        source.setInitializationFailTimeout(30_000);
        source.addDataSourceProperty("ApplicationName", "kollega");
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("prepareThreshold", "3");
        return source;
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
