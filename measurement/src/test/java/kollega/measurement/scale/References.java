package kollega.measurement.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kollega.measurement.driver.CrossProducts;

/** Published data that several tests share. */
final class References {

    private References() {}

    static final List<String> LSAT_ITEMS = List.of("Q1", "Q2", "Q3", "Q4", "Q5");

    static final List<String> AGREEABLENESS = List.of("A1", "A2", "A3", "A4", "A5");

    /** Covariances of psychTools::bfi, A1 turned round, n = 2,709 complete rows. */
    static CrossProducts agreeableness() {
        double[][] covariances = {
            {
                1.97283168474471,
                .564487159983708,
                .491584346287036,
                .309817022202375,
                .32371034131537
            },
            {
                .564487159983708,
                1.38395157451528,
                .74701389263754,
                .586230290955309,
                .575542136747523
            },
            {
                .491584346287036,
                .74701389263754,
                1.70186036696978,
                .702303253065851,
                .831433789550996
            },
            {
                .309817022202375,
                .586230290955309,
                .702303253065851,
                2.20950843323829,
                .575154867003309
            },
            {
                .32371034131537,
                .575542136747523,
                .831433789550996,
                .575154867003309,
                1.59164293429691
            }
        };
        for (double[] row : covariances) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= 2708;
            }
        }
        return CrossProducts.of(2709, new double[5], covariances);
    }

    /** One row a taker of LSAT section 6. */
    static double[][] lsat6() {
        var rows = new ArrayList<double[]>();
        for (String line : lines("lsat6_patterns.csv")) {
            if (line.startsWith("#") || line.startsWith("pattern")) {
                continue;
            }
            String[] cells = line.split(",");
            double[] row = cells[0].chars().mapToDouble(c -> c - '0').toArray();
            for (int i = Integer.parseInt(cells[1]); i > 0; i--) {
                rows.add(row);
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static List<String> lines(String name) {
        try (var in = References.class.getResourceAsStream(name)) {
            byte[] all = Objects.requireNonNull(in).readAllBytes();
            return new String(all, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
