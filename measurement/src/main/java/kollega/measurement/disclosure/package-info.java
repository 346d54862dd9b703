/**
 * Disclosure control: which figures about people may be shown, so that no figure, and nothing that
 * can be worked out from several, tells what fewer than k people said.
 *
 * <ul>
 *   <li>{@link kollega.measurement.disclosure.PrivacyThreshold}: may one figure be shown by itself?
 *   <li>{@link kollega.measurement.disclosure.MatrixSuppression}: which cells of a two-way table
 *       with its totals must be withheld besides?
 *   <li>{@link kollega.measurement.disclosure.MatrixSeries}: the same month by month and over
 *       ranges of months.
 *   <li>{@link kollega.measurement.disclosure.AtomPartition}: into which groups is a survey wave
 *       split once and for all, so that any union of them may be shown?
 *   <li>{@link kollega.measurement.disclosure.PublicationAuditor}: may one more table be published
 *       beside those already published?
 *   <li>{@link kollega.measurement.disclosure.Publication}: which cells of one more table may be
 *       shown, by all rules together, and how finely?
 *   <li>{@link kollega.measurement.disclosure.HiddenRanges}: how closely can what stays hidden be
 *       bounded?
 *   <li>{@link kollega.measurement.disclosure.SafeMerge}: which categories must be merged?
 *   <li>{@link kollega.measurement.disclosure.PublishedScore}: how finely may a score be told?
 * </ul>
 *
 * <p>Whoever stores raw answers must not take this for protection against those who can read the
 * store; it protects against those who read what is published.
 */
@NullMarked
package kollega.measurement.disclosure;

import org.jspecify.annotations.NullMarked;
