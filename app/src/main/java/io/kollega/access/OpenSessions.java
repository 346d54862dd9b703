package io.kollega.access;

import io.kollega.organization.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in. The id of a session is as good as a password: it is never shown. */
@Component
final class OpenSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SessionTimes times;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, SessionTimes times) {
        this.sessions = sessions;
        this.times = times;
    }

    /**
     * One place where the person is signed in.
     *
     * @param key by which it can be ended
     * @param here whether it is the very session that asks
     */
    record Open(
            String key,
            Device device,
            String address,
            Way way,
            Instant since,
            Instant lastUsed,
            Instant ends,
            boolean here) {}

    /** This one first, then the last used. */
    List<Open> of(PersonId person, HttpServletRequest request) {
        HttpSession asking = request.getSession(false);
        String here = asking == null ? "" : asking.getId();
        return sessions.findByPrincipalName(Long.toString(person.value())).values().stream()
                .map(session -> open(session, session.getId().equals(here)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Open::here).thenComparing(Open::lastUsed).reversed())
                .toList();
    }

    /** Whether there was such a session of this person to end. */
    boolean end(PersonId person, String key) {
        Optional<String> id =
                sessions.findByPrincipalName(Long.toString(person.value())).keySet().stream()
                        .filter(it -> key(it).equals(key))
                        .findFirst();
        id.ifPresent(sessions::deleteById);
        return id.isPresent();
    }

    private Optional<Open> open(Session session, boolean here) {
        @Nullable SecurityContext context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        if (context == null
                || context.getAuthentication() == null
                || !(context.getAuthentication().getPrincipal() instanceof SessionPerson person)
                || !times.lasts(person)) {
            return Optional.empty();
        }
        Instant since = Objects.requireNonNull(person.since());
        return Optional.of(
                new Open(
                        key(session.getId()),
                        Objects.requireNonNullElse(person.device(), Device.UNKNOWN),
                        Objects.requireNonNullElse(person.address(), ""),
                        Objects.requireNonNullElse(person.way(), Way.PASSWORD),
                        since,
                        session.getLastAccessedTime(),
                        times.end(since),
                        here));
    }

    private static String key(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(id));
    }
}
