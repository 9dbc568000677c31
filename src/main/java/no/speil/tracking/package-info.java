/** What people did with sections: events, folded to state, freshness and graded change. Pure. */
@NullMarked
package no.speil.tracking;

import org.jspecify.annotations.NullMarked;
