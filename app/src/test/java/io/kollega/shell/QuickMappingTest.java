package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@KollegaTest
class QuickMappingTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvc mvc;
    @Autowired Cast cast;

    @ParameterizedTest
    @CsvSource({
        "'/requests/{id:\\d+}', /requests/",
        "/queue/export.*, /queue/",
        "/api/v1/units, /api/v1/units",
        "'/{word}', /",
        "/**, /"
    })
    void knowsHowAddressesBegin(String pattern, String beginning) {
        assertThat(QuickMapping.beginning(pattern)).isEqualTo(beginning);
    }

    @Test
    void takesThePlaceOfSprings() {
        assertThat(mapping).isInstanceOf(QuickMapping.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/requests/42", "/%72equests/42", "/queue", "/api/v1/requests/42/ledger"})
    void findsWhatSpringFinds(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain found = mapping.getHandler(request);
        assertThat(found).as(address).isNotNull();
        assertThat(Objects.requireNonNull(found).getHandler().toString()).contains("kollega");
    }

    @Test
    void stillTellsWrongMethodFromUnknownAddress() throws Exception {
        assertThat(status("/api/v1/requests/42/ledger")).isEqualTo(405);
        assertThat(status("/api/v1/nowhere/42/ledger")).isEqualTo(404);
    }

    private int status(String address) throws Exception {
        return mvc.perform(
                        request(HttpMethod.DELETE, URI.create(address))
                                .header("Authorization", cast.bearer("irina"))
                                .accept("application/json"))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
