/** Following what happens: feeds of deeds and of found sections, changes for programs. */
@NullMarked
package no.speil.web.feed;

import org.jspecify.annotations.NullMarked;
