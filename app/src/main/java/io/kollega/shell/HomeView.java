package io.kollega.shell;

/**
 * The start page; what waits and what was asked come from their own modules as fragments.
 *
 * @param greeting message key by the time of day, with the given name as its argument
 * @param asks whether this person may ask units
 */
record HomeView(String greeting, boolean asks) {}
