package io.kollega.notifications;

import io.kollega.access.AccountNews;
import io.kollega.access.Accounts;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.promises.DueSoon;
import io.kollega.promises.Kept;
import io.kollega.promises.Missed;
import io.kollega.promises.PauseEnded;
import io.kollega.promises.PauseReason;
import io.kollega.promises.PromiseEvent;
import io.kollega.ratings.RatingsRevealed;
import io.kollega.requests.Requests;
import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestEvent.Parties;
import io.kollega.requests.events.RequestEvent.RequestAnswered;
import io.kollega.requests.events.RequestEvent.RequestAssigned;
import io.kollega.requests.events.RequestEvent.RequestClosed;
import io.kollega.requests.events.RequestEvent.RequestDeclined;
import io.kollega.requests.events.RequestEvent.RequestHandedOver;
import io.kollega.requests.events.RequestEvent.RequestJoined;
import io.kollega.requests.events.RequestEvent.RequestPaused;
import io.kollega.requests.events.RequestEvent.RequestReopened;
import io.kollega.requests.events.RequestEvent.RequestResumed;
import io.kollega.requests.events.RequestEvent.RequestSolved;
import io.kollega.requests.events.RequestEvent.RequestSubmitted;
import io.kollega.requests.events.RequestEvent.RequestWithdrawn;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Decides who must hear of what, and writes it down in the transaction of the deed. Nobody is told
 * of what they did themselves; who stands in for a specialist or a head hears it too.
 */
@Component
final class Heralds {
    private final Notices notices;
    private final Organization organization;
    private final Requests requests;
    private final Accounts accounts;

    Heralds(Notices notices, Organization organization, Requests requests, Accounts accounts) {
        this.notices = notices;
        this.organization = organization;
        this.requests = requests;
        this.accounts = accounts;
    }

    @EventListener
    void on(RequestEvent event) {
        Parties parties = event.parties();
        if (event instanceof RequestAnswered it) {
            followers(it);
        }
        switch (event) {
            case RequestAssigned it -> staff(event, parties.specialist(), Kind.ASSIGNED, it.by());
            case RequestAnswered it when it.internal() ->
                    staff(event, parties.specialist(), Kind.NOTED, it.by());
            case RequestAnswered it when it.by().equals(parties.client()) ->
                    staff(event, specialistOrHead(parties), Kind.CLIENT_REPLIED, it.by());
            case RequestAnswered it -> client(event, Kind.ANSWERED, it.by());
            case RequestPaused it when it.reason().equals(PauseReason.WAITING_CLIENT.slug()) ->
                    client(event, Kind.WAITING_FOR_YOU, it.by());
            case RequestSolved it -> client(event, Kind.SOLVED, it.by());
            case RequestDeclined it -> client(event, Kind.DECLINED, it.by());
            case RequestReopened it -> staff(event, parties.specialist(), Kind.REOPENED, it.by());
            case RequestWithdrawn _ ->
                    staff(event, parties.specialist(), Kind.WITHDRAWN, parties.client());
            case RequestHandedOver it -> {
                client(event, Kind.HANDED_OVER, it.by());
                Set<PersonId> unit = new LinkedHashSet<>(accounts.workers(parties.providerUnit()));
                unit.remove(parties.client());
                write(event, unit, Kind.ARRIVED, it.by());
            }
            case RequestSubmitted _, RequestPaused _ -> {}
            case RequestClosed(var request, var at, _, var by) when by == null ->
                    tell(Set.of(parties.client()), Kind.CLOSED, request, parties, at);
            case RequestJoined it -> write(event, Set.of(it.participant()), Kind.JOINED, it.by());
            case RequestResumed _, RequestClosed _ -> {}
        }
    }

    @EventListener
    void on(PromiseEvent event) {
        switch (event) {
            case DueSoon it -> {
                RequestId request = new RequestId(it.work().value());
                requests.parties(request)
                        .ifPresent(parties ->
                                tell(
                                        withStandIns(parties.specialist()),
                                        Kind.DUE_SOON,
                                        request,
                                        parties,
                                        event.at()));
            }
            case Missed it -> {
                RequestId request = new RequestId(it.work().value());
                PersonId head =
                        organization.headOf(it.provider(), organization.today()).orElse(null);
                requests.parties(request)
                        .ifPresent(parties ->
                                tell(
                                        withStandIns(head),
                                        Kind.MISSED,
                                        request,
                                        parties,
                                        event.at()));
            }
            case PauseEnded it -> {
                RequestId request = new RequestId(it.work().value());
                requests.parties(request)
                        .ifPresent(parties -> {
                            Set<PersonId> both = withStandIns(parties.specialist());
                            both.add(parties.client());
                            tell(both, Kind.RESUMED, request, parties, event.at());
                        });
            }
            case Kept _ -> {}
        }
    }

    /** Whoever has not rated hears it, too: what the other side has said is open to them now. */
    @EventListener
    void on(RatingsRevealed event) {
        notices.tell(
                Set.of(event.client(), event.specialist()),
                Kind.RATINGS_REVEALED.key(),
                about(event.request(), event.subject()),
                null,
                event.at());
    }

    /**
     * A way into an account has changed: its owner hears of it, also of what they did themselves.
     */
    @EventListener
    void on(AccountNews news) {
        String change = news.change().name().toLowerCase(Locale.ROOT).replace('_', '-');
        notices.tell(
                Set.of(news.person()),
                "notifications.account." + change,
                new Subject("account", 0, "", address(news.change())),
                news.by() == 0 ? null : new PersonId(news.by()),
                news.at());
    }

    private static String address(AccountNews.Change change) {
        return switch (change) {
            case PASSWORD_LINK, PASSWORD_CHANGED -> "/profile/password";
            case FACTOR_ADDED, FACTOR_REMOVED, FACTORS_RESET, RECOVERY_CODES_MADE ->
                    "/profile/second-factor";
        };
    }

    private static Subject about(RequestId request, String title) {
        return new Subject("request", request.value(), title, "/requests/" + request.value());
    }

    /** Those who were called in hear what is said in the request, as far as they may read it. */
    private void followers(RequestAnswered event) {
        Set<PersonId> followers =
                new LinkedHashSet<>(requests.followers(event.request(), event.internal()));
        followers.remove(event.parties().client());
        PersonId specialist = event.parties().specialist();
        if (specialist != null) {
            followers.remove(specialist);
        }
        write(event, followers, event.internal() ? Kind.NOTED : Kind.FOLLOWED, event.by());
    }

    /** Somebody must hear of what comes to a request that nobody has taken yet. */
    private @Nullable PersonId specialistOrHead(Parties parties) {
        PersonId specialist = parties.specialist();
        return specialist == null
                ? organization.headOf(parties.providerUnit(), organization.today()).orElse(null)
                : specialist;
    }

    private void tell(
            Set<PersonId> people, Kind kind, RequestId request, Parties parties, Instant at) {
        notices.tell(people, kind.key(), about(request, parties.subject()), null, at);
    }

    private void client(RequestEvent event, Kind kind, PersonId by) {
        write(event, Set.of(event.parties().client()), kind, by);
    }

    private void staff(RequestEvent event, @Nullable PersonId person, Kind kind, PersonId by) {
        write(event, withStandIns(person), kind, by);
    }

    private void write(RequestEvent event, Set<PersonId> people, Kind kind, PersonId by) {
        Set<PersonId> others = new LinkedHashSet<>(people);
        others.remove(by);
        notices.tell(
                others,
                kind.key(),
                about(event.request(), event.parties().subject()),
                by,
                event.at());
    }

    private Set<PersonId> withStandIns(@Nullable PersonId person) {
        Set<PersonId> people = new LinkedHashSet<>();
        if (person != null) {
            people.add(person);
            people.addAll(organization.standInsFor(person, organization.today()));
        }
        return people;
    }
}
