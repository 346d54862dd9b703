package io.kollega.insights;

import io.kollega.organization.Organization;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {
    @Bean
    Now now(Clock clock, Organization organization) {
        return new Now(clock, organization::zone);
    }
}
