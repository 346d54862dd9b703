package kollega.measurement.score;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Beta;

/**
 * The probability that p - d exceeds t > 0 when (p, n, d) follows Dirichlet(a, b, c):
 *
 * <pre>
 * Integral from t to 1 of f(w) G((w - t) / (2w)) dw,  f of Beta(a + c, b),  G of Beta(c, a)
 * </pre>
 *
 * <p>With e = exp(-u) and w = (1 + te) / (1 + e) both factors are smooth in u on the whole line,
 * whatever the parameters, and f has its mode in closed form. The line is cut into panels with
 * Gauss-Legendre nodes; G grows along the nodes by integrating its density with the same nodes'
 * antiderivative matrix, so that no incomplete beta function is needed inside.
 */
final class DirichletTail {

    private static final int NODES = 20;

    /** Log of the density of u that may be left out at either end. */
    private static final double LEFT_OUT = -20;

    private static final int FEW_PANELS = 12;
    private static final int MOST_STEPS = 2000;

    private static final double[] X = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    /** WEIGHT[i] times the integral from -1 to X[i] of the j-th Lagrange polynomial. */
    private static final double[] GROWTH = new double[NODES * NODES];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
        for (int i = 0; i < NODES; i++) {
            X[i] = rule.getPoint(i);
            WEIGHT[i] = rule.getWeight(i);
        }
        for (int i = 0; i < NODES; i++) {
            double half = (X[i] + 1) / 2;
            for (int j = 0; j < NODES; j++) {
                double integral = 0;
                for (int k = 0; k < NODES; k++) {
                    integral += half * WEIGHT[k] * lagrange(j, half * (X[k] + 1) - 1);
                }
                GROWTH[i * NODES + j] = WEIGHT[i] * integral;
            }
        }
    }

    private final double t;
    private final double a;
    private final double b;
    private final double c;
    private final double ac;
    private final double fConstant;
    private final double gConstant;

    /** G at the end of the parts already integrated. */
    private double reached;

    private DirichletTail(double t, double a, double b, double c) {
        this.t = t;
        this.a = a;
        this.b = b;
        this.c = c;
        ac = a + c;
        double log1mT = Math.log1p(-t);
        fConstant = b * log1mT - Beta.logBeta(ac, b);
        gConstant = Math.log(t) + c * log1mT - (ac - 1) * Math.log(2) - Beta.logBeta(c, a);
    }

    static double above(double t, double a, double b, double c) {
        return Math.clamp(new DirichletTail(t, a, b, c).integral(), 0, 1);
    }

    private double integral() {
        // s = 1/(1 + e) at the mode of f solves -curve s^2 + beta s + t = 0
        double beta = (1 - t) * ac - (1 + b) * t;
        double curve = (1 - t) * (ac + b);
        double root = Math.sqrt(beta * beta + 4 * curve * t);
        double s = beta > 0 ? (beta + root) / (2 * curve) : 2 * t / (root - beta);
        double mode = Math.log(s / (1 - s));
        double sigma = 1 / Math.sqrt(root * s * (1 - s) / (t + (1 - t) * s));
        // exp(-u) must stay finite
        double low = Math.max(-690, edge(this::logF, mode, -sigma));
        // Beyond the end w is 1 to the last digit, and f falls as exp(-bu) for as long as b is
        // small.
        double end = 37 + Math.log(1 + ac);
        double high = Math.min(end, edge(this::logF, mode, sigma));
        reached = Beta.regularizedBeta((1 - t) / (2 * (1 + t * Math.exp(-low))), c, a);
        double narrowest = Math.min(sigma, sigmaOfG(low, high));
        double total;
        if ((high - low) / width(narrowest) > FEW_PANELS) {
            // g is far narrower than f: narrow panels only where g is
            double[] ends = rangeOfG();
            double from = Math.clamp(ends[0], low, high);
            double to = Math.clamp(ends[1], low, high);
            double inside = Math.min(sigma, sigmaOfG(from, to));
            total = part(low, from, sigma) + part(from, to, inside) + part(to, high, sigma);
        } else {
            total = part(low, high, narrowest);
        }
        return high < end ? total : total + reached * Math.exp(logF(end)) / b;
    }

    private static double width(double sigma) {
        return Math.min(7, 6.5 * sigma);
    }

    /** The integral between two places; adds what G grows by to {@link #reached}. */
    private double part(double from, double to, double sigma) {
        int panels = (int) Math.ceil((to - from) / width(sigma));
        double half = (to - from) / panels / 2;
        double[] shift = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            shift[i] = Math.exp(-half * X[i]);
        }
        double total = 0;
        double[] g = new double[NODES];
        double[] f = new double[NODES];
        for (int panel = 0; panel < panels; panel++) {
            double centre = from + (2 * panel + 1) * half;
            double atCentre = Math.exp(-centre);
            for (int i = 0; i < NODES; i++) {
                double u = centre + half * X[i];
                double te = t * atCentre * shift[i];
                double log1pE = Math.log(1 + atCentre * shift[i]);
                double log1pTe = Math.log(1 + te);
                f[i] = Math.exp(logF(u, log1pE, log1pTe));
                g[i] = Math.exp(logG(u, te, log1pTe));
            }
            double fSum = 0;
            double gSum = 0;
            double grown = 0;
            for (int i = 0; i < NODES; i++) {
                double row = 0;
                for (int j = 0; j < NODES; j++) {
                    row += GROWTH[i * NODES + j] * g[j];
                }
                grown += f[i] * row;
                fSum += WEIGHT[i] * f[i];
                gSum += WEIGHT[i] * g[i];
            }
            total += half * (reached * fSum + half * grown);
            reached += half * gSum;
        }
        return total;
    }

    private double logF(double u, double log1pE, double log1pTe) {
        return fConstant + (ac - 1) * (log1pTe - log1pE) - b * u - (b + 1) * log1pE;
    }

    private double logG(double u, double te, double log1pTe) {
        return gConstant + (a - 1) * Math.log(1 + t + 2 * te) - ac * log1pTe - u;
    }

    private double logF(double u) {
        double e = Math.exp(-u);
        return logF(u, Math.log(1 + e), Math.log(1 + t * e));
    }

    private double logG(double u) {
        double te = t * Math.exp(-u);
        return logG(u, te, Math.log(1 + te));
    }

    /** Where a density has become negligible, from its mode in the direction of {@code step}. */
    private static double edge(DoubleUnaryOperator log, double mode, double step) {
        double excess = log.applyAsDouble(mode) - LEFT_OUT;
        double reach = step * Math.sqrt(2 * Math.max(1, excess));
        if (log.applyAsDouble(mode + reach) > LEFT_OUT) {
            double further = step / 2;
            // A step too small to move the mode must not run for ever.
            for (int steps = 0; steps < MOST_STEPS; steps++) {
                reach += further;
                further *= 1.5;
                if (log.applyAsDouble(mode + reach) <= LEFT_OUT || Math.abs(mode + reach) >= 700) {
                    break;
                }
            }
            return mode + reach;
        }
        while (log.applyAsDouble(mode + 0.85 * reach) < LEFT_OUT && Math.abs(reach) > 1e-300) {
            reach *= 0.85;
        }
        return mode + reach;
    }

    /**
     * Where g is not negligible: around its mode, where te solves 2c x^2 + linear x - (1 + t) = 0.
     */
    private double[] rangeOfG() {
        double linear = (ac - 1) * (1 + t) - 2 * a;
        double root = Math.sqrt(linear * linear + 8 * c * (1 + t));
        double te = linear > 0 ? 2 * (1 + t) / (root + linear) : (root - linear) / (4 * c);
        double mode = Math.log(t / te);
        double sigma = Math.sqrt((1 + te) * (1 + t + 2 * te) / (te * root));
        return new double[] {edge(this::logG, mode, -sigma), edge(this::logG, mode, sigma)};
    }

    /** The narrowest standard deviation in u that g can have between the ends. */
    private double sigmaOfG(double low, double high) {
        double atPeak = (1 + Math.sqrt(5 + 4 * t)) / 2;
        double te = Math.clamp(atPeak, t * Math.exp(-high), t * Math.exp(-low));
        double share = te / (1 + te);
        return Math.sqrt((1 + t + 2 * te) / (ac * (1 - t))) / share;
    }

    private static double lagrange(int j, double x) {
        double product = 1;
        for (int k = 0; k < NODES; k++) {
            if (k != j) {
                product *= (x - X[k]) / (X[j] - X[k]);
            }
        }
        return product;
    }
}
