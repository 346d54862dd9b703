package io.kollega.insights;

import io.kollega.organization.Organization;
import java.time.YearMonth;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
    @Bean
    Reach reach(
            @Value("${kollega.figures.closed-months-only}") boolean closedMonthsOnly,
            Organization organization) {
        return new Reach(closedMonthsOnly, () -> YearMonth.from(organization.today()));
    }
}
