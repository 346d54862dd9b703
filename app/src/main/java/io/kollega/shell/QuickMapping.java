package io.kollega.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the endpoint of an address as Spring does, but looks first at how the address begins.
 * Spring holds every endpoint of the application against an address with a number in it, the
 * dearest conditions first, which is a tenth of what a page costs.
 */
final class QuickMapping extends RequestMappingHandlerMapping {
    /** How the addresses of an endpoint begin, up to the first part that may vary. */
    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Configuration(proxyBeanMethods = false)
    static class Registered {
        @Bean
        WebMvcRegistrations quickMapping() {
            return new WebMvcRegistrations() {
                @Override
                public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                    return new QuickMapping();
                }
            };
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo mapping, HttpServletRequest request) {
        return mayMatch(mapping, request.getRequestURI())
                ? super.getMatchingMapping(mapping, request)
                : null;
    }

    private boolean mayMatch(RequestMappingInfo mapping, String address) {
        // What is encoded may spell the same in another way: Spring knows how.
        if (address.indexOf('%') >= 0 || address.indexOf(';') >= 0) {
            return true;
        }
        for (String beginning : beginnings.computeIfAbsent(mapping, QuickMapping::beginnings)) {
            if (address.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> beginnings(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(QuickMapping::beginning).toList();
    }

    /** Up to the last slash before anything that may vary; all of it where nothing may. */
    static String beginning(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if ("{*?[".indexOf(pattern.charAt(i)) >= 0) {
                return pattern.substring(0, pattern.lastIndexOf('/', i) + 1);
            }
        }
        return pattern;
    }
}
