/** Following what happens: feeds of deeds and of found sections, changes for programs. */
@NullMarked
package no.speil.web.following;

import org.jspecify.annotations.NullMarked;
