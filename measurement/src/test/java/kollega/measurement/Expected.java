package kollega.measurement;

/** What a test expects of an outcome. */
public final class Expected {

    private Expected() {}

    /** The estimate, or a failure that shows why there is none. */
    public static <T> T estimate(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Estimated<T>(T value) -> value;
            case Outcome.NotEnoughData<T>(String reason) -> throw new AssertionError(reason);
        };
    }

    /** The reason why there is no estimate. */
    public static String reason(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.NotEnoughData<?>(String reason) -> reason;
            case Outcome.Estimated<?> estimated -> throw new AssertionError(estimated.toString());
        };
    }
}
