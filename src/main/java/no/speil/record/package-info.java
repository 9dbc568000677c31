/** The events of a document's record and their JSON format, which only this package knows. Pure. */
@NullMarked
package no.speil.record;

import org.jspecify.annotations.NullMarked;
