package kollega.measurement;

import java.util.function.Function;

/**
 * What an estimate gives: a value, or the honest statement that the data are too thin for one.
 *
 * <p>Thin data are expected and are a result; an argument that can't be right (a negative count, a
 * NaN) is a bug of the caller and is thrown as an {@link IllegalArgumentException}.
 *
 * @param <T> the type of the estimate
 */
public sealed interface Outcome<T> {

    /** The data sufficed. */
    record Estimated<T>(T value) implements Outcome<T> {}

    /**
     * The data do not support the estimate.
     *
     * @param reason a sentence that says what is there and what is needed, with both figures
     */
    record NotEnoughData<T>(String reason) implements Outcome<T> {
        public NotEnoughData {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason is blank, say what is missing");
            }
        }
    }

    /** An estimate. */
    static <T> Outcome<T> estimated(T value) {
        return new Estimated<>(value);
    }

    /** No estimate, and why: a sentence that says what is there and what is needed. */
    static <T> Outcome<T> notEnoughData(String reason) {
        return new NotEnoughData<>(reason);
    }

    /** Applies {@code change} to an estimate and passes a lack of data on with its reason. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Estimated<T>(T value) -> new Estimated<>(change.apply(value));
            case NotEnoughData<T>(String reason) -> new NotEnoughData<>(reason);
        };
    }
}
