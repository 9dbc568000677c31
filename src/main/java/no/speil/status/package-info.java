/**
 * The state and freshness of sections and the progress of documents, computed from events. Pure.
 */
@NullMarked
package no.speil.status;

import org.jspecify.annotations.NullMarked;
