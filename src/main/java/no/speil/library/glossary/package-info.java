/**
 * The keeper's glossary as people see and change it: its file, its use in the archive, proposals.
 */
@NullMarked
package no.speil.library.glossary;

import org.jspecify.annotations.NullMarked;
