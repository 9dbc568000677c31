/** The page where a section is translated, and what helps there. */
@NullMarked
package no.speil.web.edit;

import org.jspecify.annotations.NullMarked;
