/** The archive as a whole: the first page, progress, problems, help, and whether it runs. */
@NullMarked
package no.speil.web.overview;

import org.jspecify.annotations.NullMarked;
