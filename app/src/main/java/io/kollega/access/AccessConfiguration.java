package io.kollega.access;

import io.kollega.permissions.Permission;
import io.kollega.shell.OutsideAddress;
import io.kollega.shell.Problems;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;

/**
 * The ways in: tokens without sessions, calls that tell nobody's name, and sessions guarded against
 * forged requests. What each endpoint needs is the {@link Gate}'s matter.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            Identities identities,
            SignedIn signedIn,
            Refusal refusal,
            Problems problems,
            RefusedAccess refused,
            OutsideAddress outside) {
        guard(http, outside)
                .securityMatcher(BearerTokens::carries)
                .csrf(it -> it.disable())
                // There is no session to manage or to keep a person in, and never nobody.
                .sessionManagement(it -> it.disable())
                .securityContext(it -> it.disable())
                .anonymous(it -> it.disable())
                .servletApi(it -> it.disable())
                .addFilterBefore(
                        new BearerTokens(identities, problems, refused), AuthorizationFilter.class)
                .addFilterAfter(new Nameless.Named(), AuthorizationFilter.class);
        return operations(http, signedIn, refusal);
    }

    /** Calls that must not tell who makes them: without a session, so there is nothing to forge. */
    @Bean
    @Order(2)
    SecurityFilterChain namelessChain(
            HttpSecurity http,
            SignedIn signedIn,
            Refusal refusal,
            Problems problems,
            OutsideAddress outside) {
        guard(http, outside)
                .securityMatcher(Nameless::is)
                .csrf(it -> it.disable())
                .sessionManagement(it -> it.disable())
                .securityContext(it -> it.disable())
                .servletApi(it -> it.disable())
                .addFilterBefore(new Nameless(problems), AuthorizationFilter.class);
        return operations(http, signedIn, refusal);
    }

    @Bean
    @Order(3)
    SecurityFilterChain sessionChain(
            HttpSecurity http,
            CsrfTokenRepository csrfTokens,
            SecurityContextRepository contexts,
            SignedIn signedIn,
            Refusal refusal,
            OutsideAddress outside) {
        guard(http, outside)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfTokens)
                                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .securityContext(it -> it.securityContextRepository(contexts));
        return operations(http, signedIn, refusal);
    }

    private static HttpSecurity guard(HttpSecurity http, OutsideAddress outside) {
        return http.formLogin(it -> it.disable())
                .httpBasic(it -> it.disable())
                .logout(it -> it.disable())
                .requestCache(it -> it.disable())
                .headers(headers -> {
                    // The TLS ends at a proxy, so no request says that it came by it.
                    if (outside.secure()) {
                        headers.httpStrictTransportSecurity(it ->
                                it.requestMatcher(AnyRequestMatcher.INSTANCE)
                                        .includeSubDomains(true)
                                        .maxAgeInSeconds(YEAR.toSeconds()));
                    } else {
                        headers.httpStrictTransportSecurity(it -> it.disable());
                    }
                    headers.contentSecurityPolicy(
                                    it -> it.policyDirectives(CONTENT_SECURITY_POLICY))
                            .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                            .crossOriginOpenerPolicy(
                                    it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                            .permissionsPolicyHeader(
                                    it -> it.policy("camera=(), microphone=(), geolocation=()"));
                });
    }

    /** The operations endpoints are the administrator's; all else is left to the {@link Gate}. */
    private static SecurityFilterChain operations(
            HttpSecurity http, SignedIn signedIn, Refusal refusal) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/**")
                                .access((_, context) ->
                                        new AuthorizationDecision(
                                                signedIn.of(context.getRequest())
                                                        .filter(it ->
                                                                it.person()
                                                                        .may(Permission.ADMINISTER))
                                                        .filter(_ ->
                                                                !signedIn.unguarded(
                                                                        context.getRequest()))
                                                        .isPresent()))
                                .anyRequest()
                                .permitAll())
                .exceptionHandling(it ->
                        it.authenticationEntryPoint((request, response, _) ->
                                        refusal.signInFirst(request, response))
                                .accessDeniedHandler((request, response, denied) ->
                                        refusal.deny(denied, request, response)))
                .build();
    }

    /** A request is observed as a whole; observing each filter as well costs every call. */
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CsrfTokenRepository csrfTokens(BrowserCookies names) {
        CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(names.name("kollega-csrf"));
        cookies.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(names.secure()).sameSite("Lax"));
        return new CsrfTokens(cookies);
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SessionAuthenticationStrategy sessionRenewal(CsrfTokenRepository csrfTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(
                        new ChangeSessionIdAuthenticationStrategy(),
                        new CsrfAuthenticationStrategy(csrfTokens)));
    }

    @Bean
    CookieSerializer sessionCookie(BrowserCookies names) {
        SessionCookie cookie = new SessionCookie();
        cookie.setCookieName(names.name("kollega"));
        cookie.setUseSecureCookie(names.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Nobody signs in through Spring's own user details: this keeps its default user away. */
    @Bean
    AuthenticationManager noOtherSignIn() {
        return authentication -> {
            throw new ProviderNotFoundException("People sign in on the sign-in page");
        };
    }
}
