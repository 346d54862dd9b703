package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What nobody may guess has more than 128 random bits: six in every letter. */
@KollegaTest
class SecretTest {
    private static final String LETTERS = "[A-Za-z0-9_-]";

    @Autowired MockMvc mvc;

    @Test
    void hasItsLengthAndNeverComesTwice() {
        assertThat(Secret.create()).matches(LETTERS + "{43}");
        assertThat(Secret.create(27)).matches(LETTERS + "{36}");
        assertThat(Stream.generate(Secret::create).limit(1000)).doesNotHaveDuplicates();
    }

    @Test
    void isWhatSessionsAreKnownByUntilTheyEnd() throws Exception {
        Cookie session =
                Objects.requireNonNull(
                        mvc.perform(
                                        post("/sign-in")
                                                .with(csrf())
                                                .with(it -> {
                                                    it.setRemoteAddr("10.9.0.1");
                                                    return it;
                                                })
                                                .param("login", "vera")
                                                .param("password", Cast.PASSWORD))
                                .andReturn()
                                .getResponse()
                                .getCookie("kollega"));
        assertThat(
                        new String(
                                Base64.getDecoder().decode(session.getValue()),
                                StandardCharsets.UTF_8))
                .matches(LETTERS + "{36}");
        String ended =
                mvc.perform(post("/sign-out").with(csrf()).cookie(session))
                        .andReturn()
                        .getResponse()
                        .getHeader("Clear-Site-Data");
        assertThat(ended).contains("cache", "storage");
    }
}
