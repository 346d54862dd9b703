package io.kollega.insights;

import java.util.Map;

/**
 * What was taken in of a measure over a period. Raw: it must not leave the module.
 *
 * @param parts by pair, also those that stand for several
 * @param waiting pairs of which something waits, each with whether it comes from enough people
 */
record Summary(Map<Pair, Part> parts, Map<Pair, Boolean> waiting) {}
