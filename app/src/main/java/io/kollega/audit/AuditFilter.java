package io.kollega.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which lines of the trail are looked for. Empty texts and null days look for all.
 *
 * @param who code, name or part of the name of the actor
 * @param deed what the deed's name begins with
 * @param subject what was done to, exactly; a number alone is that of a request
 */
record AuditFilter(
        String who, String deed, String subject, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** The address of a page of the trail under this filter. */
    String address(String path, @Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "who", who);
        add(address, "deed", deed);
        add(address, "subject", subject);
        add(address, "from", from == null ? "" : from.toString());
        add(address, "to", to == null ? "" : to.toString());
        add(address, "before", before == null ? "" : before.toString());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }
}
