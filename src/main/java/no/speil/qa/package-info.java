/** What in a translation may be a slip, told from the two texts alone. Pure. */
@NullMarked
package no.speil.qa;

import org.jspecify.annotations.NullMarked;
