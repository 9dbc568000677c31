/** Text analysis: stop words, irregular forms, compounds and stems. */
@NullMarked
package no.speil.search.analysis;

import org.jspecify.annotations.NullMarked;
