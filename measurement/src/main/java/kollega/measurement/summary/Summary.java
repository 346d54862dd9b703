package kollega.measurement.summary;

/**
 * A summary of many observations. Merging is commutative and associative with a neutral element,
 * and {@code a.merge(b).subtract(b)} equals {@code a}, all exactly; equal summaries have equal
 * bytes.
 *
 * @param <S> the kind of summary itself
 */
public sealed interface Summary<S extends Summary<S>>
        permits ScoreHistogram, Proportion, DurationSummary {

    /** The number of observations. */
    long n();

    /**
     * The summary of the observations of both.
     *
     * @throws IllegalArgumentException if a count would exceed {@link Long#MAX_VALUE}
     */
    S merge(S other);

    /**
     * What is left without the observations of {@code part}.
     *
     * @throws IllegalArgumentException if {@code part} holds what this does not
     */
    S subtract(S part);

    /**
     * The summary as bytes, to be read by the {@code decode} of its class: kind, version, counts as
     * variable-length numbers, and a CRC-32C of all that.
     */
    byte[] encode();
}
