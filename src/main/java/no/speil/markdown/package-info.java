/** What the packages that know Markdown share. */
@NullMarked
package no.speil.markdown;

import org.jspecify.annotations.NullMarked;
