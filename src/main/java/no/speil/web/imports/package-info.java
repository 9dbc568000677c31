/** Translations from files and from the keeper's program. */
@NullMarked
package no.speil.web.imports;

import org.jspecify.annotations.NullMarked;
