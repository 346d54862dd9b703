/**
 * What the whole application bears: starts it with the demo company, loads it over loopback, and
 * prints the table of docs/performance.md. Run by {@code benchmarks/load}.
 */
@NullMarked
package kollega.benchmarks.load;

import org.jspecify.annotations.NullMarked;
