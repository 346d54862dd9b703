package kollega.measurement.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The 99 groups of bh1996: well-being, cohesion, leadership, hours. */
public final class Bh1996 {

    private Bh1996() {}

    public static List<CrossProducts> groups() {
        var groups = new ArrayList<CrossProducts>();
        for (String line : lines()) {
            if (line.startsWith("#") || line.startsWith("group")) {
                continue;
            }
            String[] cells = line.split(",");
            double[] mean = new double[4];
            double[][] products = new double[4][4];
            for (int i = 0, at = 6; i < 4; i++) {
                mean[i] = Double.parseDouble(cells[2 + i]);
                for (int j = 0; j <= i; j++, at++) {
                    products[i][j] = Double.parseDouble(cells[at]);
                    products[j][i] = products[i][j];
                }
            }
            groups.add(CrossProducts.of(Long.parseLong(cells[1]), mean, products));
        }
        return groups;
    }

    private static List<String> lines() {
        try (var in = Bh1996.class.getResourceAsStream("bh1996_crossproducts.csv")) {
            byte[] all = Objects.requireNonNull(in).readAllBytes();
            return new String(all, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
