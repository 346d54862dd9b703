package kollega.measurement.composition;

import kollega.measurement.Argument;

/**
 * How somebody weighs the client's, the company's and their own interests.
 *
 * @param client share of the client's interest
 * @param company share of the company's interest
 * @param own share of one's own interest; the three sum to 1
 */
public record InterestBalance(double client, double company, double own) {

    /** All three alike. */
    public static final InterestBalance EVEN = of(1, 1, 1);

    /**
     * A place in a triangle with corners client (0, 0), company (1, 0) and own (1/2, sqrt(3)/2).
     *
     * @param x from 0 to 1
     * @param y from 0 to 0.866
     */
    public record Place(double x, double y) {}

    public InterestBalance {
        Argument.share("client", client);
        Argument.share("company", company);
        Argument.share("own", own);
        Argument.require(
                Math.abs(client + company + own - 1) < 1e-9,
                "the sum of the three",
                client + company + own,
                "1");
    }

    /** Of points that need not sum to 1, such as 100 points split. */
    public static InterestBalance of(double client, double company, double own) {
        double[] shares = Composition.of(client, company, own).shares();
        return new InterestBalance(shares[0], shares[1], shares[2]);
    }

    /** The three shares, in the order client, company, own. */
    public Composition composition() {
        return Composition.of(client, company, own);
    }

    /** From 0, one interest alone, to 100, all three alike. */
    public double index() {
        return composition().balance(EVEN.composition());
    }

    /** Where it lies in the triangle: x = (2 company + own)/2, y = sqrt(3)/2 own. */
    public Place place() {
        return new Place((2 * company + own) / 2, Math.sqrt(3) / 2 * own);
    }
}
