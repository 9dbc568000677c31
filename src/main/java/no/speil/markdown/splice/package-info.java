/** Replaces the source of a section's blocks in a file, and nothing else. */
@NullMarked
package no.speil.markdown.splice;

import org.jspecify.annotations.NullMarked;
