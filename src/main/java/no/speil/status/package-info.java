/**
 * What state a section is in, whether it is fresh, and how far a document is, folded from events.
 * Pure.
 */
@NullMarked
package no.speil.status;

import org.jspecify.annotations.NullMarked;
