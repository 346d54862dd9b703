package io.kollega.shell;

/**
 * The start page; what waits and what was asked come from their own modules as fragments.
 *
 * @param greeting message key by the time of day, with the given name as its argument
 * @param asks whether this person may ask units
 * @param serves whether this person works a queue
 * @param administers whether a company that is only beginning is this person's to set up
 */
record HomeView(String greeting, boolean asks, boolean serves, boolean administers) {}
