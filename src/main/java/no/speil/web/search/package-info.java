/** Search, concordance, completions, exports. */
@NullMarked
package no.speil.web.search;

import org.jspecify.annotations.NullMarked;
