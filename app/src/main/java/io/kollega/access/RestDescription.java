package io.kollega.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
class RestDescription {
    private static final String TOKEN = "token";

    /** Who calls is told by the token, not by an argument of the call. */
    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentPerson.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Kollega")
                                .version("v1")
                                .license(new License().name("Apache-2.0"))
                                .description(
                                        "Service between departments, and honest figures of it."
                                                + " Problems are application/problem+json"
                                                + " (RFC 9457). A POST that is repeated with its"
                                                + " Idempotency-Key creates nothing."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
