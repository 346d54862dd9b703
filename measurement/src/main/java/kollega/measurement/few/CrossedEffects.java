package kollega.measurement.few;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Quality of providers corrected for lenient and severe raters, from many ratings of many providers
 * by many raters:
 *
 * <pre>
 * rating = mean + rater's effect + provider's effect + effect of the pair + residual
 * </pre>
 *
 * <p>All effects are random and independent; the variances are estimated by restricted maximum
 * likelihood ({@link Reml}), the effects are predicted from Henderson's mixed-model equations.
 * Source: Henderson, C. R. (1975), "Best linear unbiased estimation and prediction under a
 * selection model", Biometrics 31, 423-447.
 *
 * <p>The smaller factor may have some thousands of levels, the larger one any number. Never show
 * raters' effects of persons.
 *
 * @param mean the mean rating
 * @param raterVariance variance of raters' effects, at least 0
 * @param providerVariance variance of providers' effects, at least 0
 * @param pairVariance variance of the pairs' effects; empty where it can't be told from the
 *     residual or from one of the factors, in which it is then contained
 * @param residualVariance variance of one rating around its pair
 * @param logLikelihood the restricted log-likelihood
 * @param raters each rater's effect: above 0 lenient, below 0 severe
 * @param providers each provider's effect: above 0 better than the mean
 */
public record CrossedEffects(
        double mean,
        double raterVariance,
        double providerVariance,
        OptionalDouble pairVariance,
        double residualVariance,
        double logLikelihood,
        List<NormalPosterior> raters,
        List<NormalPosterior> providers) {

    /** The greatest number of levels of the smaller factor. */
    public static final int MOST_DENSE = 5000;

    /** The greatest number of levels of the larger factor. */
    public static final int MOST_LEVELS = 10_000_000;

    public CrossedEffects {
        raters = List.copyOf(raters);
        providers = List.copyOf(providers);
    }

    /**
     * The effects behind ratings. Raters and providers are numbered from 0, below {@value
     * #MOST_LEVELS}; the three arrays have one element for each rating.
     */
    public static Outcome<CrossedEffects> fit(int[] raters, int[] providers, double[] ratings) {
        check(raters, providers, ratings);
        return fit(Pairs.sums(raters, providers, ratings));
    }

    /**
     * The effects behind ratings that were summed up by pair; the same as of the single ratings.
     *
     * @param sums at least one, and each pair once
     */
    public static Outcome<CrossedEffects> fit(List<PairSum> sums) {
        Argument.require(!sums.isEmpty(), "sums.size()", 0, "at least 1");
        int[] raters = sums.stream().mapToInt(PairSum::rater).toArray();
        int[] providers = sums.stream().mapToInt(PairSum::provider).toArray();
        boolean ratersFirst = levels(raters) >= levels(providers);
        Pairs pairs = Pairs.of(sums, ratersFirst);
        Argument.require(
                pairs.levelsOfSecond() <= MOST_DENSE,
                "smaller number of raters and providers",
                pairs.levelsOfSecond(),
                "at most " + MOST_DENSE);
        int raterCount = (int) Arrays.stream(raters).distinct().count();
        int providerCount = (int) Arrays.stream(providers).distinct().count();
        boolean severalProvidersARater = pairs.pairs() > raterCount;
        boolean severalRatersAProvider = pairs.pairs() > providerCount;
        boolean severalRatingsAPair = pairs.size() > pairs.pairs();
        boolean hasRaters = raterCount > 1 && (severalProvidersARater || severalRatingsAPair);
        boolean hasProviders = providerCount > 1 && (severalRatersAProvider || severalRatingsAPair);
        if (!hasProviders) {
            return Outcome.notEnoughData(
                    "Provider effects need at least 2 providers with several ratings; there are %d"
                                    .formatted(providerCount)
                            + " with %d ratings in all.".formatted(pairs.size()));
        }
        if (raterCount > 1 && !severalProvidersARater && !severalRatersAProvider) {
            return Outcome.notEnoughData(
                    "Each of the %d raters rated a provider of their own, so severity can't be told"
                                    .formatted(raterCount)
                            + " from quality.");
        }
        if (pairs.totalSquares() <= 1e-20 * pairs.size() * (1 + square(pairs.grandMean()))) {
            return Outcome.notEnoughData(
                    "All %d ratings are equal, so nothing can be told apart."
                            .formatted(pairs.size()));
        }
        boolean hasPairs =
                hasRaters
                        && severalProvidersARater
                        && severalRatersAProvider
                        && severalRatingsAPair;
        boolean[] isEstimated = {
            ratersFirst ? hasRaters : hasProviders,
            ratersFirst ? hasProviders : hasRaters,
            hasPairs,
            true
        };
        Reml.Fit fit = new Reml(pairs, isEstimated).fit();
        double[] v = fit.variance();
        List<NormalPosterior> first =
                effects(
                        v[Reml.FIRST],
                        fit.solution().first(),
                        fit.inverse().first(),
                        pairs.levelsOfFirst());
        List<NormalPosterior> second =
                effects(
                        v[Reml.SECOND],
                        fit.solution().second(),
                        fit.inverse().second(),
                        pairs.levelsOfSecond());
        return Outcome.estimated(
                new CrossedEffects(
                        pairs.grandMean() + fit.solution().mu(),
                        v[ratersFirst ? Reml.FIRST : Reml.SECOND],
                        v[ratersFirst ? Reml.SECOND : Reml.FIRST],
                        hasPairs ? OptionalDouble.of(v[Reml.PAIR]) : OptionalDouble.empty(),
                        v[Reml.RESIDUAL],
                        fit.logLikelihood(),
                        ratersFirst ? first : second,
                        ratersFirst ? second : first));
    }

    private static List<NormalPosterior> effects(
            double variance, double[] effects, double[] errors, int levels) {
        return IntStream.range(0, levels)
                .mapToObj(i ->
                        variance == 0
                                ? new NormalPosterior(0, 0)
                                : new NormalPosterior(effects[i], errors[i]))
                .toList();
    }

    private static void check(int[] raters, int[] providers, double[] ratings) {
        int size = ratings.length;
        Argument.require(size > 0, "ratings.length", size, "at least 1");
        Argument.require(
                raters.length == size, "raters.length", raters.length, "that of ratings, " + size);
        Argument.require(
                providers.length == size,
                "providers.length",
                providers.length,
                "that of ratings, " + size);
        Argument.finite("ratings", ratings);
        for (int i = 0; i < size; i++) {
            if (!isLevel(raters[i]) || !isLevel(providers[i])) {
                Argument.within("raters[" + i + "]", 0, MOST_LEVELS - 1, raters[i]);
                Argument.within("providers[" + i + "]", 0, MOST_LEVELS - 1, providers[i]);
            }
        }
    }

    private static boolean isLevel(int number) {
        return number >= 0 && number < MOST_LEVELS;
    }

    private static int levels(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(-1) + 1;
    }

    private static double square(double x) {
        return x * x;
    }
}
