package io.kollega.ratings;

import io.kollega.organization.Name;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages of ratings show. */
@Component
final class RatingViews {
    private static final Name NOBODY = Name.of("");

    private final Ratings ratings;
    private final Waiting waiting;
    private final Organization organization;
    private final Clock clock;

    RatingViews(Ratings ratings, Waiting waiting, Organization organization, Clock clock) {
        this.ratings = ratings;
        this.waiting = waiting;
        this.organization = organization;
        this.clock = clock;
    }

    Optional<RatingView> of(RequestId request, PersonId person) {
        return ratings.seenBy(person, request).map(seen -> view(seen));
    }

    private RatingView view(RatedRequest seen) {
        Rateable rateable = seen.rateable();
        return new RatingView(
                rateable.request().value(),
                rateable.subject(),
                seen.side(),
                who(rateable, seen.side()),
                rateable.standing(),
                rateable.takenBack(),
                rateable.open(clock.instant()),
                rateable.solvedAt(),
                rateable.closesAt(),
                Draft.of(seen.own()),
                Set.of(),
                seen.own(),
                seen.other());
    }

    /** The same page with what was typed and what is wrong with it. */
    static RatingView refused(RatingView view, Draft draft, Set<Draft.Fault> faults) {
        return new RatingView(
                view.request(),
                view.subject(),
                view.side(),
                view.who(),
                view.standing(),
                view.takenBack(),
                view.open(),
                view.solvedAt(),
                view.closesAt(),
                draft,
                faults,
                view.own(),
                view.other());
    }

    WaitingView waitingFor(PersonId person) {
        List<Waiting.Item> items = waiting.of(person);
        Map<UnitId, Unit> units = items.isEmpty() ? Map.of() : organization.everyUnit();
        List<RatingView> cards =
                items.stream()
                        .map(item ->
                                new RatingView(
                                        item.request().value(),
                                        item.subject(),
                                        item.side(),
                                        name(
                                                units.get(
                                                        item.side() == Side.CLIENT
                                                                ? item.providerUnit()
                                                                : item.clientUnit())),
                                        Rateable.Standing.SEALED,
                                        false,
                                        true,
                                        item.solvedAt(),
                                        item.closesAt(),
                                        Draft.empty(),
                                        Set.of(),
                                        null,
                                        null))
                        .toList();
        return new WaitingView(
                cards.stream().filter(card -> card.side() == Side.CLIENT).toList(),
                cards.stream().filter(card -> card.side() == Side.PROVIDER).toList());
    }

    private Name who(Rateable rateable, Side side) {
        if (side == Side.PROVIDER) {
            return organization
                    .person(rateable.client())
                    .map(person -> Name.of(person.fullName()))
                    .orElse(NOBODY);
        }
        return organization.unit(rateable.providerUnit()).map(Unit::name).orElse(NOBODY);
    }

    private static Name name(@Nullable Unit unit) {
        return unit == null ? NOBODY : unit.name();
    }
}
