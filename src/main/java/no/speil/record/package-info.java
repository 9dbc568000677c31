/**
 * The events of a document's record and their JSON: the one place that knows a record's lines.
 * Pure.
 */
@NullMarked
package no.speil.record;

import org.jspecify.annotations.NullMarked;
