/** Measurements of the libraries, run by hand; what they gave is written in docs/performance.md. */
@NullMarked
package kollega.benchmarks;

import org.jspecify.annotations.NullMarked;
