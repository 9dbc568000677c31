/** Citing a text: four forms, pinned addresses, what pages embed for programs, sitemap. */
@NullMarked
package no.speil.web.cite;

import org.jspecify.annotations.NullMarked;
