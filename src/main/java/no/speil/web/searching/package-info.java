/** Finding sections: search, concordance, similar ones, suggested words, exports. */
@NullMarked
package no.speil.web.searching;

import org.jspecify.annotations.NullMarked;
