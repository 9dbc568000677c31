/** Finding sections: search, concordance, similar ones, suggested words, exports. */
@NullMarked
package no.speil.web.search;

import org.jspecify.annotations.NullMarked;
