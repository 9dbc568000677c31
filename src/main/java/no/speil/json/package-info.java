/** How values and records are written as JSON, whoever keeps them. Pure. */
@NullMarked
package no.speil.json;

import org.jspecify.annotations.NullMarked;
