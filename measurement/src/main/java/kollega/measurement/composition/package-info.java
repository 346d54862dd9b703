/**
 * Shares of a whole: how culture divides among its types, how a person balances the interests of
 * client, company and self.
 *
 * <p>Shares sum to one, so no share may be correlated, averaged with an alpha or regressed on
 * alone: use the log-ratio coordinates here.
 */
@NullMarked
package kollega.measurement.composition;

import org.jspecify.annotations.NullMarked;
