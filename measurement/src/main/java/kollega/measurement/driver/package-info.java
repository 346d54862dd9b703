/**
 * Which aspects of service go with the overall rating: mergeable cross-products, and the importance
 * of drivers computed from them without the answers of single people.
 *
 * <p>Importance is association, not cause, and answers on one sheet share a mood (common-method
 * variance). Never for a single small group: see {@link kollega.measurement.driver.DriverModel}.
 */
@NullMarked
package kollega.measurement.driver;

import org.jspecify.annotations.NullMarked;
