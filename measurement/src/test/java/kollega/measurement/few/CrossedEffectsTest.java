package kollega.measurement.few;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kollega.measurement.Outcome.NotEnoughData;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class CrossedEffectsTest {

    /** Davies, O. L. (1947), "Statistical methods in research and production": data set of lme4. */
    private static final double[] DYESTUFF = {
        1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560,
        1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445
    };

    private static final double[] BATCHES = {
        -17.60685137, .39126336, 28.56222555, -23.08453846, 56.73318774, -44.99528678
    };

    /** References: the balanced one-way layout's closed form; R package lme4. */
    @Test
    void oneWayLayoutAgreesWithReference() {
        int[] batches = IntStream.range(0, 30).map(i -> i / 5).toArray();
        CrossedEffects found =
                ShrinkageTest.value(CrossedEffects.fit(new int[30], batches, DYESTUFF));
        assertThat(found.mean()).isCloseTo(1527.5, within(1e-9));
        assertThat(found.residualVariance()).isCloseTo(2451.25, within(1e-6));
        assertThat(found.providerVariance()).isCloseTo((11271.5 - 2451.25) / 5, within(1e-6));
        assertThat(found.raterVariance()).isZero();
        assertThat(found.pairVariance()).isEmpty();
        assertThat(found.logLikelihood()).isCloseTo(-319.6543 / 2, within(1e-4));
        assertThat(found.providers().stream().mapToDouble(NormalPosterior::mean).toArray())
                .containsExactly(BATCHES, within(1e-7));
    }

    /** Sums of pairs are all that is needed, in whatever order they come. */
    @Test
    void sumsOfPairsGiveWhatSingleRatingsGive() {
        Random random = new Random(11);
        int[] raters = new int[600];
        int[] providers = new int[600];
        double[] ratings = new double[600];
        for (int i = 0; i < ratings.length; i++) {
            raters[i] = random.nextInt(9);
            providers[i] = random.nextInt(5);
            ratings[i] = raters[i] - 2.0 * providers[i] + random.nextGaussian();
        }
        List<PairSum> sums = new ArrayList<>(Pairs.sums(raters, providers, ratings));
        Collections.shuffle(sums, random);
        assertThat(sums).hasSize(45);
        assertThat(CrossedEffects.fit(sums))
                .isEqualTo(CrossedEffects.fit(raters, providers, ratings));
    }

    @Test
    void refusesPairGivenTwice() {
        PairSum pair = new PairSum(1, 2, 3, 4, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossedEffects.fit(List.of(pair, pair)))
                .withMessageContaining("once");
        assertThatIllegalArgumentException().isThrownBy(() -> new PairSum(1, 2, 0, 4, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new PairSum(1, 2, 3, 4, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PairSum(-1, 2, 3, 4, 5));
    }

    /** A rater each, so that severity is a part of the residual: the same one-way layout. */
    @Test
    void anonymousRatingsGiveTheOneWayLayout() {
        int[] batches = IntStream.range(0, 30).map(i -> i / 5).toArray();
        int[] raters = IntStream.range(0, 30).toArray();
        CrossedEffects found = ShrinkageTest.value(CrossedEffects.fit(raters, batches, DYESTUFF));
        assertThat(found.providers().stream().mapToDouble(NormalPosterior::mean).toArray())
                .containsExactly(BATCHES, within(1e-7));
        assertThat(found.raterVariance()).isZero();
    }

    /** A balanced two-way layout with two ratings a pair: REML is the analysis of variance. */
    @Test
    void balancedTwoWayLayoutIsTheAnalysisOfVariance() {
        int a = 12;
        int b = 9;
        int r = 3;
        Random random = new Random(4);
        double[] row = random.doubles(a, -3, 3).toArray();
        double[] column = random.doubles(b, -5, 5).toArray();
        double[][][] y = new double[a][b][r];
        int[] raters = new int[a * b * r];
        int[] providers = new int[a * b * r];
        double[] values = new double[a * b * r];
        int at = 0;
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                double pair = 1.5 * random.nextGaussian();
                for (int k = 0; k < r; k++) {
                    y[i][j][k] = 7 + row[i] + column[j] + pair + random.nextGaussian();
                    raters[at] = i;
                    providers[at] = j;
                    values[at++] = y[i][j][k];
                }
            }
        }
        double[] rows = new double[a];
        double[] columns = new double[b];
        double mean = 0;
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                for (double v : y[i][j]) {
                    rows[i] += v / (b * r);
                    columns[j] += v / (a * r);
                    mean += v / (a * b * r);
                }
            }
        }
        double msRow = 0;
        double msColumn = 0;
        double msPair = 0;
        double msError = 0;
        for (int i = 0; i < a; i++) {
            msRow += b * r * Math.pow(rows[i] - mean, 2) / (a - 1);
            for (int j = 0; j < b; j++) {
                double cell = (y[i][j][0] + y[i][j][1] + y[i][j][2]) / r;
                msPair += r * Math.pow(cell - rows[i] - columns[j] + mean, 2) / ((a - 1) * (b - 1));
                for (double v : y[i][j]) {
                    msError += Math.pow(v - cell, 2) / (a * b * (r - 1));
                }
            }
        }
        for (int j = 0; j < b; j++) {
            msColumn += a * r * Math.pow(columns[j] - mean, 2) / (b - 1);
        }
        CrossedEffects found = ShrinkageTest.value(CrossedEffects.fit(raters, providers, values));
        assertThat(found.residualVariance()).isCloseTo(msError, within(1e-6));
        assertThat(found.pairVariance().orElseThrow())
                .isCloseTo((msPair - msError) / r, within(1e-6));
        assertThat(found.raterVariance()).isCloseTo((msRow - msPair) / (b * r), within(1e-6));
        double providerVariance = (msColumn - msPair) / (a * r);
        assertThat(found.providerVariance()).isCloseTo(providerVariance, within(1e-6));
        double shrinkage = providerVariance / (msColumn / (a * r));
        for (int j = 0; j < b; j++) {
            assertThat(found.providers().get(j).mean())
                    .isCloseTo(shrinkage * (columns[j] - mean), within(1e-6));
        }
        CrossedEffects turned = ShrinkageTest.value(CrossedEffects.fit(providers, raters, values));
        assertThat(turned.raterVariance()).isCloseTo(found.providerVariance(), within(1e-6));
        assertThat(turned.raters().get(2).variance())
                .isCloseTo(found.providers().get(2).variance(), within(1e-6));
    }

    /** Unbalanced data of known variances; the prediction errors are as large as claimed. */
    @Test
    void findsVariancesAndItsOwnErrors() {
        Random random = new Random(8);
        int raters = 400;
        int providers = 150;
        int size = 8000;
        double[] severity = random.doubles(raters, -1, 1).toArray();
        double[] quality =
                IntStream.range(0, providers)
                        .mapToDouble(i -> 0.8 * random.nextGaussian())
                        .toArray();
        double[][] pair = new double[raters][providers];
        for (double[] ofRater : pair) {
            for (int j = 0; j < providers; j++) {
                ofRater[j] = 0.6 * random.nextGaussian();
            }
        }
        int[] who = new int[size];
        int[] whom = new int[size];
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            if (k % 3 > 0) {
                who[k] = who[k - 1];
                whom[k] = whom[k - 1];
            } else {
                // strict raters meet some providers more often than others
                who[k] = random.nextInt(raters);
                whom[k] =
                        (int)
                                (providers
                                        * Math.pow(
                                                random.nextDouble(), severity[who[k]] > 0 ? 1 : 2));
            }
            values[k] =
                    6
                            + severity[who[k]]
                            + quality[whom[k]]
                            + pair[who[k]][whom[k]]
                            + random.nextGaussian();
        }
        CrossedEffects found = ShrinkageTest.value(CrossedEffects.fit(who, whom, values));
        assertThat(found.raterVariance()).isCloseTo(1 / 3.0, within(0.06));
        assertThat(found.providerVariance()).isCloseTo(0.64, within(0.15));
        assertThat(found.pairVariance().orElseThrow()).isCloseTo(0.36, within(0.06));
        assertThat(found.residualVariance()).isCloseTo(1, within(0.05));
        double meanQuality =
                IntStream.range(0, providers).mapToDouble(j -> quality[j]).average().orElseThrow();
        double squares = 0;
        for (int j = 0; j < providers; j++) {
            NormalPosterior effect = found.providers().get(j);
            double error = effect.mean() - quality[j] + meanQuality;
            squares += error * error / effect.variance() / providers;
        }
        assertThat(squares).isBetween(0.7, 1.3);
    }

    /**
     * The likelihood written out with the whole covariance matrix agrees, and is nowhere higher.
     */
    @Test
    void isTheMaximumOfTheLikelihoodWrittenOut() {
        Random random = new Random(6);
        for (int run = 0; run < 20; run++) {
            int size = 20 + random.nextInt(40);
            int[] who = random.ints(size, 0, 6 + run % 3).toArray();
            int[] whom = random.ints(size, 0, 5).toArray();
            double[] values = new double[size];
            for (int k = 0; k < size; k++) {
                values[k] = who[k] * 0.4 - whom[k] * 0.7 + 2 * random.nextGaussian();
            }
            CrossedEffects found = ShrinkageTest.value(CrossedEffects.fit(who, whom, values));
            double[] variances = {
                found.raterVariance(),
                found.providerVariance(),
                found.pairVariance().orElse(0),
                found.residualVariance()
            };
            double greatest = logLikelihood(who, whom, values, variances);
            assertThat(found.logLikelihood()).isCloseTo(greatest, within(1e-6));
            for (int i = 0; i < 40; i++) {
                double[] other = variances.clone();
                for (int c = 0; c < 4; c++) {
                    if (c != 2 || found.pairVariance().isPresent()) {
                        other[c] = Math.abs(other[c] + 0.3 * random.nextGaussian());
                    }
                }
                assertThat(logLikelihood(who, whom, values, other))
                        .isLessThanOrEqualTo(greatest + 1e-7);
            }
        }
    }

    private static double logLikelihood(int[] who, int[] whom, double[] y, double[] variances) {
        int n = y.length;
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean sameRater = who[i] == who[j];
                boolean sameProvider = whom[i] == whom[j];
                v[i][j] =
                        (sameRater ? variances[0] : 0)
                                + (sameProvider ? variances[1] : 0)
                                + (sameRater && sameProvider ? variances[2] : 0)
                                + (i == j ? variances[3] : 0);
            }
        }
        var cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(v), 1e-9, 1e-12);
        double logs = 0;
        for (int i = 0; i < n; i++) {
            logs += 2 * Math.log(cholesky.getL().getEntry(i, i));
        }
        RealVector one = new ArrayRealVector(n, 1);
        RealVector weighted = cholesky.getSolver().solve(one);
        double information = weighted.dotProduct(one);
        RealVector values = new ArrayRealVector(y);
        RealVector residual = values.mapSubtract(weighted.dotProduct(values) / information);
        double squares = cholesky.getSolver().solve(residual).dotProduct(residual);
        return -(logs + Math.log(information) + squares + (n - 1) * Math.log(2 * Math.PI)) / 2;
    }

    @Test
    void noiseFreeRatingsAreTakenAsTheyAre() {
        int[] who = new int[40];
        int[] whom = new int[40];
        double[] values = new double[40];
        for (int k = 0; k < 40; k++) {
            who[k] = k % 8;
            whom[k] = k / 8;
            values[k] = 3 + whom[k] * whom[k];
        }
        CrossedEffects found = ShrinkageTest.value(CrossedEffects.fit(who, whom, values));
        assertThat(found.residualVariance()).isCloseTo(0, within(1e-6));
        assertThat(found.raterVariance()).isCloseTo(0, within(1e-6));
        assertThat(found.providers().get(4).mean()).isCloseTo(10, within(1e-4));
    }

    @Test
    void saysWhenThereIsTooLittle() {
        assertThat(CrossedEffects.fit(new int[] {0, 1}, new int[] {0, 0}, new double[] {1, 2}))
                .isInstanceOf(NotEnoughData.class);
        assertThat(
                        CrossedEffects.fit(
                                new int[] {0, 1, 2, 2},
                                new int[] {0, 1, 2, 2},
                                new double[] {1, 2, 3, 4}))
                .isEqualTo(
                        new NotEnoughData<>(
                                "Each of the 3 raters rated a provider of their own, so severity"
                                        + " can't be told from quality."));
        assertThat(
                        CrossedEffects.fit(
                                new int[] {0, 1, 0, 1},
                                new int[] {0, 0, 1, 1},
                                new double[] {7, 7, 7, 7}))
                .isInstanceOf(NotEnoughData.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CrossedEffects.fit(
                                new int[] {0, -1}, new int[] {0, 1}, new double[] {1, 2}))
                .withMessageContaining("raters[1] is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossedEffects.fit(new int[1], new int[2], new double[2]))
                .withMessageContaining("raters.length is 1");
    }
}
