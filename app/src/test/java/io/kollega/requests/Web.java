package io.kollega.requests;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kollega.Browser;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Visits pages as people of the cast, signed in by form. */
final class Web {
    private final MockMvc mvc;
    private final Map<String, Cookie> sessions = new ConcurrentHashMap<>();

    Web(MockMvc mvc) {
        this.mvc = mvc;
    }

    record Answer(MockHttpServletResponse response) {
        int status() {
            return response.getStatus();
        }

        @Nullable String location() {
            return response.getHeader("Location");
        }

        String text() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        Document page() {
            return Jsoup.parse(text());
        }
    }

    Answer visit(String login, String address) throws Exception {
        return perform(login, get(java.net.URI.create(address)));
    }

    /** Sends a form; names and values take turns. */
    Answer send(String login, String path, String... fields) throws Exception {
        var form = post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return perform(login, form);
    }

    Answer upload(String login, String path, MockMultipartFile file, String... fields)
            throws Exception {
        var form = multipart(path).file(file).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return perform(login, form);
    }

    Answer upload(String login, String path, List<MockMultipartFile> files, String... fields)
            throws Exception {
        var form = multipart(path);
        files.forEach(form::file);
        form.with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return perform(login, form);
    }

    private Answer perform(String login, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        request.cookie(session(login)).header("Accept-Language", "ru");
        return new Answer(mvc.perform(request).andReturn().getResponse());
    }

    private Cookie session(String login) throws Exception {
        Cookie known = sessions.get(login);
        if (known == null) {
            known = Browser.session(login, mvc);
            sessions.put(login, known);
        }
        return known;
    }
}
