package io.kollega.shell;

import io.kollega.permissions.Permission;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Who looks at a page, as far as the page's surroundings need to know.
 *
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param csv how their spreadsheets open files of separated values
 * @param shortcuts whether single keys do what buttons do
 */
public record Visitor(
        boolean signedIn,
        String givenName,
        String name,
        String initials,
        Locale locale,
        ZoneId zone,
        String theme,
        CsvCustom csv,
        boolean shortcuts,
        Set<Permission> permissions) {
    public static final Locale RUSSIAN = Locale.of("ru");
    public static final Locale ENGLISH = Locale.ENGLISH;
}
