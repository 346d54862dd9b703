package io.kollega;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What a deed sends to the database: its statements, those that write or lock, and its
 * transactions.
 */
public record Statements(List<String> all, int transactions, int commits) {
    private static final Pattern WRITING =
            Pattern.compile(
                    "\\b(insert into|update \\S+ (\\w+ )?set|delete from|for (no key )?update|nextval)",
                    Pattern.CASE_INSENSITIVE);

    private static final ThreadLocal<@Nullable Record> RECORD = new ThreadLocal<>();

    /** What this thread sends while it does the deed. */
    public static Statements of(Callable<?> deed) throws Exception {
        Record record = new Record();
        RECORD.set(record);
        try {
            deed.call();
        } finally {
            RECORD.remove();
        }
        return new Statements(List.copyOf(record.statements), record.transactions, record.commits);
    }

    /** How often it waits for the server: for each statement, and for each commit by itself. */
    public int waits() {
        return all.size() + commits;
    }

    public List<String> writing() {
        return all.stream().filter(sql -> WRITING.matcher(sql).find()).toList();
    }

    private static final class Record {
        final List<String> statements = new ArrayList<>();
        int transactions;
        int commits;
        boolean open;

        void sent(String sql, boolean alone) {
            statements.add(sql.strip().replaceAll("\\s+", " "));
            open = !alone;
            if (alone) {
                transactions++;
            }
        }

        void ended() {
            if (open) {
                transactions++;
                commits++;
                open = false;
            }
        }
    }

    /** Puts an ear on the data source. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        static BeanPostProcessor listener() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .listener(new Ear())
                                    .methodListener(new Ear())
                                    .build()
                            : bean;
                }
            };
        }
    }

    private static final class Ear implements QueryExecutionListener, MethodExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            Record record = RECORD.get();
            if (record != null) {
                boolean alone = alone(execution);
                queries.forEach(query -> record.sent(query.getQuery(), alone));
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void beforeMethod(MethodExecutionContext context) {}

        @Override
        public void afterMethod(MethodExecutionContext context) {
            Record record = RECORD.get();
            if (record != null
                    && context.getTarget() instanceof Connection
                    && (context.getMethod().getName().equals("commit")
                            || context.getMethod().getName().equals("rollback"))) {
                record.ended();
            }
        }

        private static boolean alone(ExecutionInfo execution) {
            try {
                return execution.getStatement().getConnection().getAutoCommit();
            } catch (SQLException e) {
                throw new IllegalStateException("The connection does not say how it commits.", e);
            }
        }
    }
}
