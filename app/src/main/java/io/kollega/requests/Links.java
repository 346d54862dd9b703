package io.kollega.requests;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses with what was chosen in them. */
final class Links {
    private Links() {}

    /** The address with those parameters that are not empty; names and values take turns. */
    static String to(String path, String... parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        for (int i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                address.queryParam(parameters[i], "{" + parameters[i] + "}");
            }
        }
        java.util.Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
