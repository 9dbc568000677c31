/** The only reader and writer of the archive's files: texts, records, the writer's lock. */
@NullMarked
package no.speil.archive;

import org.jspecify.annotations.NullMarked;
