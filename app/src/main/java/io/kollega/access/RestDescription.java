package io.kollega.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
class RestDescription {
    private static final String TOKEN = "token";

    /**
     * What holds of every call: a token is needed, refusals are problems, and what creates
     * something says where it is.
     */
    @Bean
    OpenApiCustomizer refusals() {
        return description -> {
            description
                    .getComponents()
                    .addSchemas("Problem", problem())
                    .addResponses(
                            "Problem",
                            new ApiResponse()
                                    .description("A refusal, with a sentence that says what to do")
                                    .content(
                                            new Content()
                                                    .addMediaType(
                                                            "application/problem+json",
                                                            new MediaType()
                                                                    .schema(
                                                                            new Schema<>()
                                                                                    .$ref(
                                                                                            "Problem")))));
            description
                    .getPaths()
                    .forEach((path, item) ->
                            item.readOperations()
                                    .forEach(operation -> {
                                        refuse(path, operation);
                                        relax(description, operation);
                                    }));
        };
    }

    /** What the records of answers say by themselves. */
    @Bean
    RecordSchemas records() {
        return new RecordSchemas();
    }

    private static void relax(OpenAPI description, Operation operation) {
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(form ->
                            RecordSchemas.relax(form.getSchema(), description.getComponents()));
        }
    }

    private static void refuse(String path, Operation operation) {
        ApiResponses responses = operation.getResponses();
        ApiResponse created = responses.get("201");
        if (created != null) {
            created.addHeaderObject(
                    "Location",
                    new Header()
                            .description("Where it is")
                            .schema(new StringSchema().format("uri")));
        }
        if (path.endsWith("/health")) {
            operation.setSecurity(List.of());
            return;
        }
        for (String status : List.of("400", "401", "403", "default")) {
            if (!responses.containsKey(status)) {
                responses.addApiResponse(status, new ApiResponse().$ref("Problem"));
            }
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().example("urn:kollega:problem:invalid"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema());
    }

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
