package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.UnitId;
import io.kollega.promises.Holder;
import io.kollega.promises.Ledger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerViewTest {
    private static final Holder IT = new Holder.OfUnit(new UnitId(4));
    private static final Holder STORES = new Holder.OfUnit(new UnitId(5));
    private static final Holder CLIENT = new Holder.Client();

    @Test
    void roundsMinutesSoThatTheySumToTheWhole() {
        LedgerView view = LedgerView.of(ledger(line(IT, 100), line(CLIENT, 80), line(STORES, 120)));
        assertThat(view.whole()).isEqualTo(Duration.ofMinutes(5));
        assertThat(view.parts())
                .extracting(LedgerView.Part::time)
                .containsExactly(
                        Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void givesTheMissingMinutesToTheLargestRemainders() {
        LedgerView view =
                LedgerView.of(ledger(line(IT, 70), line(CLIENT, 110), line(STORES, 60 * 9)));
        assertThat(view.parts())
                .extracting(LedgerView.Part::time)
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(9));
    }

    @Test
    void fillsTheBarFromEndToEnd() {
        LedgerView view =
                LedgerView.of(ledger(line(IT, 3600), line(CLIENT, 1800), line(STORES, 1800)));
        assertThat(view.parts()).extracting(LedgerView.Part::from).containsExactly(0, 500, 750);
        assertThat(view.parts()).extracting(LedgerView.Part::width).containsExactly(500, 250, 250);
    }

    @Test
    void putsClosedHoursOfAllTogetherAtTheEnd() {
        LedgerView view =
                LedgerView.of(
                        ledger(
                                line(IT, 600),
                                new Ledger.Line(IT, true, Duration.ofMinutes(30)),
                                line(CLIENT, 600),
                                new Ledger.Line(CLIENT, true, Duration.ofMinutes(20))));
        assertThat(view.parts()).hasSize(3);
        LedgerView.Part closed = view.parts().getLast();
        assertThat(closed.key()).isEqualTo("requests.ledger.closed");
        assertThat(closed.time()).isEqualTo(Duration.ofMinutes(50));
        assertThat(closed.colour()).isEqualTo("ledger-closed");
        assertThat(closed.unit()).isNull();
    }

    @Test
    void coloursUnitsInTheirOrderAndOthersByWhatTheyAre() {
        LedgerView view =
                LedgerView.of(ledger(line(IT, 600), line(CLIENT, 600), line(STORES, 600)));
        assertThat(view.parts())
                .extracting(LedgerView.Part::colour)
                .containsExactly("ledger-unit-0", "ledger-client", "ledger-unit-1");
        assertThat(view.parts())
                .extracting(LedgerView.Part::unit)
                .containsExactly(new UnitId(4), null, new UnitId(5));
    }

    @Test
    void drawsNothingOfNoTime() {
        assertThat(LedgerView.of(new Ledger(Duration.ZERO, List.of())).parts()).isEmpty();
    }

    private static Ledger ledger(Ledger.Line... lines) {
        Duration whole =
                List.of(lines).stream()
                        .map(Ledger.Line::time)
                        .reduce(Duration.ZERO, Duration::plus);
        return new Ledger(whole, List.of(lines));
    }

    private static Ledger.Line line(Holder holder, long seconds) {
        return new Ledger.Line(holder, false, Duration.ofSeconds(seconds));
    }
}
