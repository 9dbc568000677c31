/** The commands. */
@NullMarked
package no.speil.cli;

import org.jspecify.annotations.NullMarked;
