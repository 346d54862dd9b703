package io.kollega.shell;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters have been read once and {@link CleanText cleaned}, whose headers are
 * {@link HeaderText texts}, whose files are within their limits, and whose body ends where ours do.
 * What can't be read is empty, and {@link #problem} says why.
 */
final class Received extends HttpServletRequestWrapper {
    static final long LARGEST_FILE = 20L << 20;
    static final long LARGEST_FORM = 50L << 20;
    static final long LARGEST_BODY = 1L << 20;

    private static final String PROBLEM = Received.class.getName();

    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final Collection<Part> parts = new ArrayList<>();
    private final boolean form;

    /** A body that goes on beyond what is taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Received(HttpServletRequest request) {
        super(request);
        String type = request.getContentType();
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        boolean files = kind.startsWith("multipart/");
        form = files || kind.startsWith("application/x-www-form-urlencoded");
        request.setAttribute(PROBLEM, read(request, files && "POST".equals(request.getMethod())));
    }

    /** What is wrong with a request as a whole; null if it can be read. */
    static @Nullable Problem problem(HttpServletRequest request) {
        return (Problem) request.getAttribute(PROBLEM);
    }

    /** Has a request refused whose body was not kept. */
    static void refuse(ServletRequest request, Problem problem) {
        request.setAttribute(PROBLEM, problem);
    }

    private @Nullable Problem read(HttpServletRequest request, boolean files) {
        Problem known = problem(request);
        if (known != null) {
            return known;
        }
        if (!form && request.getContentLengthLong() > LARGEST_BODY) {
            return Problem.TOO_LARGE;
        }
        try {
            request.getParameterMap()
                    .forEach((name, values) ->
                            parameters.put(
                                    CleanText.of(name),
                                    Arrays.stream(values)
                                            .map(CleanText::of)
                                            .toArray(String[]::new)));
            if (form && saidTwice(request)) {
                parameters.clear();
                return Problem.MALFORMED;
            }
            return files ? readParts(request) : null;
        } catch (IllegalArgumentException
                | IllegalStateException
                | ServletException
                | IOException e) {
            parameters.clear();
            return tooLarge(e) ? Problem.TOO_LARGE : Problem.MALFORMED;
        }
    }

    /**
     * Whether a form and its address both give the same thing: which of the two is meant, those who
     * read it one after another might not agree on.
     */
    private static boolean saidTwice(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return false;
        }
        Map<String, Integer> inAddress = new HashMap<>();
        for (String one : query.split("&")) {
            String name = URLDecoder.decode(one.split("=", 2)[0], StandardCharsets.UTF_8);
            inAddress.merge(name, 1, Integer::sum);
        }
        return inAddress.entrySet().stream()
                .anyMatch(it -> {
                    String[] all = request.getParameterValues(it.getKey());
                    return all != null && all.length > it.getValue();
                });
    }

    private @Nullable Problem readParts(HttpServletRequest request)
            throws ServletException, IOException {
        long all = 0;
        boolean within = true;
        for (Part part : request.getParts()) {
            parts.add(new ReceivedPart(part));
            all += part.getSize();
            within &= part.getSize() <= LARGEST_FILE;
        }
        return within && all <= LARGEST_FORM ? null : Problem.TOO_LARGE;
    }

    private static boolean tooLarge(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof InvalidParameterException invalid && invalid.getErrorCode() == 413
                    || it instanceof FileUploadException
                            && it.getClass().getSimpleName().contains("Limit")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        return value == null ? null : HeaderText.of(value);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        List<String> values = new ArrayList<>(1);
        super.getHeaders(name).asIterator().forEachRemaining(it -> values.add(HeaderText.of(it)));
        return Collections.enumeration(values);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Collection<Part> getParts() {
        return List.copyOf(parts);
    }

    @Override
    public @Nullable Part getPart(String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).findFirst().orElse(null);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return form ? super.getInputStream() : new Limited(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(
                        getInputStream(),
                        encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    /** A part whose file name is clean. */
    private record ReceivedPart(Part part) implements Part {
        private static @Nullable String clean(@Nullable String text) {
            return text == null ? null : CleanText.of(text);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return part.getInputStream();
        }

        @Override
        public @Nullable String getContentType() {
            return part.getContentType();
        }

        @Override
        public String getName() {
            return CleanText.of(part.getName());
        }

        @Override
        public @Nullable String getSubmittedFileName() {
            return clean(part.getSubmittedFileName());
        }

        @Override
        public long getSize() {
            return part.getSize();
        }

        @Override
        public void write(String fileName) throws IOException {
            part.write(fileName);
        }

        @Override
        public void delete() throws IOException {
            part.delete();
        }

        @Override
        public @Nullable String getHeader(String name) {
            return clean(part.getHeader(name));
        }

        @Override
        public Collection<String> getHeaders(String name) {
            return part.getHeaders(name).stream().map(CleanText::of).toList();
        }

        @Override
        public Collection<String> getHeaderNames() {
            return part.getHeaderNames();
        }
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream body;
        private long left = LARGEST_BODY;

        Limited(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = body.read(bytes, from, length);
            count(read);
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
