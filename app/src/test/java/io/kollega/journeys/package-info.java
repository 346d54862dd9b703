/** What people do, from end to end, in a real browser. */
@org.jspecify.annotations.NullMarked
package io.kollega.journeys;
