package io.kollega.insights;

/**
 * Where a figure lies on the scale of its measure, for small pictures.
 *
 * @param low where the measure's pictures begin
 * @param high where they end
 */
record Gauge(double low, double high) {
    /** Steps of colour on either side of the company. */
    private static final int STEPS = 5;

    static Gauge of(Measure measure) {
        return switch (measure.kind()) {
            case NET -> new Gauge(-100, 100);
            case SHARE -> new Gauge(0, 1);
            case MEAN -> new Gauge(measure.lowest(), measure.highest());
        };
    }

    /** The place of a value on a picture so many points wide. */
    int place(double value, int width) {
        return (int) Math.round((Math.clamp(value, low, high) - low) / (high - low) * width);
    }

    /**
     * How far a value lies from the company's: {@code l5} far below, {@code m}, {@code u5} far
     * above.
     */
    String tone(double value, double company) {
        double strongest = 0.3 * (high - low);
        double apart = Math.abs(value - company) / strongest;
        long step = Math.round(Math.min(apart, 1) * STEPS);
        return step == 0 ? "m" : (value < company ? "l" : "u") + step;
    }
}
