package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares(3, 2, 100);

    @Test
    void givesOneAddressNoMoreThanItsShare() {
        Shares.Share first = shares.take("a").orElseThrow();
        assertThat(shares.take("a")).isPresent();
        assertThat(shares.take("a")).isEmpty();
        assertThat(shares.take("b")).isPresent();
        assertThat(shares.take("c")).isEmpty();
        first.close();
        first.close();
        assertThat(shares.waiting()).isEqualTo(2);
        assertThat(shares.take("a")).isPresent();
    }

    @Test
    void takesNoMoreMemoryThanThereIs() {
        Shares.Share first = shares.take("a").orElseThrow();
        Shares.Share second = shares.take("b").orElseThrow();
        assertThat(first.hold(60)).isTrue();
        assertThat(second.hold(41)).isFalse();
        assertThat(second.hold(40)).isTrue();
        first.letGo();
        assertThat(second.hold(60)).isTrue();
        second.close();
        assertThat(first.hold(100)).isTrue();
    }

    @Test
    void keepsMemoryOfWhatHasArrivedUntilItIsDealtWith() {
        Shares.Share first = shares.take("a").orElseThrow();
        assertThat(first.hold(100)).isTrue();
        first.arrived();
        assertThat(shares.waiting()).isZero();
        Shares.Share second = shares.take("a").orElseThrow();
        assertThat(second.hold(1)).isFalse();
        first.close();
        assertThat(second.hold(1)).isTrue();
    }
}
