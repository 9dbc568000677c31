/**
 * How texts are cut into the terms of their fields: stop words, irregular forms, compounds, stems.
 */
@NullMarked
package no.speil.search.analysis;

import org.jspecify.annotations.NullMarked;
