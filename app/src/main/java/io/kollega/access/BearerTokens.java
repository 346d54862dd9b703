package io.kollega.access;

import io.kollega.shell.Problem;
import io.kollega.shell.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the token of {@code Authorization: Bearer} and refuses one that is not valid. */
final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Identities identities;
    private final Problems problems;
    private final RefusedAccess refused;

    BearerTokens(Identities identities, Problems problems, RefusedAccess refused) {
        this.identities = identities;
        this.problems = problems;
        this.refused = refused;
    }

    static boolean carries(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    static String token(String header) {
        return header.substring(SCHEME.length()).strip();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        Optional<Identity> identity = identities.byToken(token);
        if (identity.isEmpty()) {
            refused.note(token, request);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problems.write(
                    Problem.UNAUTHENTICATED,
                    "The token is unknown, or it has ended; make a new one on the profile page.",
                    request,
                    response);
            return;
        }
        boolean writes = !READING.contains(request.getMethod());
        if (writes && identity.get().scope() == TokenScope.READ) {
            refused.note(token, request);
            problems.write(
                    Problem.FORBIDDEN,
                    "This token may only read; to write, make one with the scope write.",
                    request,
                    response);
            return;
        }
        Identity caller = writes ? identity.get().writing() : identity.get();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
