package io.kollega.access;

import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.shell.CsvCustom;
import io.kollega.shell.Visitor;
import io.kollega.shell.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells pages who looks: language, zone and theme by the account, else by this browser's cookies,
 * else by what the browser asks for.
 */
@Component
final class Onlooker implements Visitors {
    static final String LANGUAGE_COOKIE = "kollega-language";
    static final String THEME_COOKIE = "kollega-theme";
    static final Set<String> LANGUAGES = Set.of("ru", "en");
    static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final SignedIn signedIn;
    private final Organization organization;
    private final BrowserCookies cookies;

    Onlooker(SignedIn signedIn, Organization organization, BrowserCookies cookies) {
        this.signedIn = signedIn;
        this.organization = organization;
        this.cookies = cookies;
    }

    @Override
    public Visitor of(HttpServletRequest request) {
        return signedIn.of(request)
                .map(identity -> person(identity, request))
                .orElseGet(() -> stranger(request));
    }

    private Visitor person(Identity identity, HttpServletRequest request) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        // Who must set up a second factor first has nowhere else to go.
        if (!signedIn.unguarded(request)) {
            permissions.addAll(identity.person().company());
            permissions.addAll(identity.person().units().keySet());
        }
        String zone = identity.zone();
        Locale locale = locale(identity.language(), request);
        return new Visitor(
                true,
                identity.givenName(),
                identity.givenName() + " " + identity.familyName(),
                first(identity.givenName()) + first(identity.familyName()),
                locale,
                zone == null ? organization.zone() : ZoneId.of(zone),
                theme(identity.theme(), request),
                Optional.ofNullable(identity.csv())
                        .flatMap(CsvCustom::of)
                        .orElseGet(() -> custom(locale, request)),
                identity.shortcuts(),
                permissions);
    }

    /** A program reads what separates and what stands before tenths always the same. */
    private static CsvCustom custom(Locale locale, HttpServletRequest request) {
        return BearerTokens.carries(request) ? CsvCustom.COMMA : CsvCustom.of(locale);
    }

    private Visitor stranger(HttpServletRequest request) {
        Locale locale = locale(null, request);
        return new Visitor(
                false,
                "",
                "",
                "",
                locale,
                organization.zone(),
                theme(null, request),
                CsvCustom.of(locale),
                true,
                Set.of());
    }

    private Locale locale(@Nullable String preferred, HttpServletRequest request) {
        String language =
                preferred != null
                        ? preferred
                        : cookie(request, LANGUAGE_COOKIE, LANGUAGES)
                                .orElseGet(() -> asked(request));
        return language.equals("en") ? Visitor.ENGLISH : Visitor.RUSSIAN;
    }

    private static String asked(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        try {
            String tag =
                    header == null
                            ? null
                            : Locale.lookupTag(
                                    Locale.LanguageRange.parse(header), List.of("ru", "en"));
            return tag == null ? "ru" : tag;
        } catch (IllegalArgumentException _) {
            return "ru";
        }
    }

    private String theme(@Nullable String preferred, HttpServletRequest request) {
        return preferred != null ? preferred : cookie(request, THEME_COOKIE, THEMES).orElse("auto");
    }

    private Optional<String> cookie(HttpServletRequest request, String name, Set<String> known) {
        return cookies.read(request, name).filter(known::contains);
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
