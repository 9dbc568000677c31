/** Feeds of events and of matching sections, and the API of changes. */
@NullMarked
package no.speil.web.feed;

import org.jspecify.annotations.NullMarked;
