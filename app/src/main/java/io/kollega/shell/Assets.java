package io.kollega.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of stylesheets, scripts and pictures with a hash of their content in them, so that a
 * browser keeps each for a year and never shows an old one.
 */
@Component
final class Assets {
    private final ObjectProvider<ResourceUrlProvider> addresses;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ObjectProvider<ResourceUrlProvider> addresses) {
        this.addresses = addresses;
    }

    /**
     * The address of a file under {@code static} or in a webjar.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    String address(String path) {
        return known.computeIfAbsent(
                path,
                _ -> {
                    String address = addresses.getObject().getForLookupPath(path);
                    if (address == null) {
                        throw new IllegalArgumentException("There is no file " + path);
                    }
                    return address;
                });
    }
}
