/** Citations, pinned versions, embedded metadata, sitemap. */
@NullMarked
package no.speil.web.cite;

import org.jspecify.annotations.NullMarked;
