package io.kollega;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way into the application, and what each of them reads. */
final class Routes {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern NAME = Pattern.compile("\"([a-z][a-zA-Z-]{1,30})\"");

    private Routes() {}

    /**
     * One way in.
     *
     * @param path with its variables in braces, without their patterns
     * @param parameters of the address or the form, by name
     * @param headers that the endpoint itself reads
     * @param body the record that it reads from JSON
     */
    record Route(
            String method,
            String path,
            Map<String, Class<?>> parameters,
            Set<String> headers,
            Optional<Class<?>> body,
            boolean files) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> routes.addAll(of(info, handler)));
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static List<Route> of(RequestMappingInfo info, HandlerMethod handler) {
        Map<String, Class<?>> parameters = new java.util.TreeMap<>();
        Set<String> headers = new TreeSet<>();
        Optional<Class<?>> body = Optional.empty();
        boolean files = false;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            if (header != null) {
                headers.add(header.name());
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = Optional.of(parameter.getParameterType());
            } else if (named != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
                readInSource(handler.getMethod())
                        .forEach(name -> parameters.put(name, String.class));
            } else if (named != null) {
                Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
                boolean file =
                        parameter
                                .getGenericParameterType()
                                .getTypeName()
                                .contains(MultipartFile.class.getName());
                files |= file;
                if (!file) {
                    parameters.put(name(named, parameter), type);
                }
            }
        }
        List<Route> routes = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                routes.add(
                        new Route(
                                method.name(),
                                path.replaceAll("\\{([a-zA-Z]+):[^/]*}", "{$1}"),
                                parameters,
                                headers,
                                body,
                                files));
            }
        }
        return routes;
    }

    private static String name(RequestParam named, MethodParameter parameter) {
        if (!named.name().isEmpty()) {
            return named.name();
        }
        parameter.initParameterNameDiscovery(
                new org.springframework.core.DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }

    /** Where all parameters are taken at once, what the source asks them for. */
    private static Set<String> readInSource(Method method) {
        String controller = method.getDeclaringClass().getName();
        Path folder = SOURCES.resolve(controller.replace('.', '/')).resolveSibling(".").normalize();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Routes::readsForms).toList()) {
                Matcher matcher = NAME.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names;
    }

    private static boolean readsForms(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*(form|query|question|filter|page|standardterms)\\.java");
    }
}
