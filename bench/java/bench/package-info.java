/** Measures Heed against plain ways of doing the same work, as ratios within one run (docs/performance.md). */
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
