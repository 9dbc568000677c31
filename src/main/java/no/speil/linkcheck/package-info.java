/** Asks other servers whether addresses still answer; only the command line uses it. */
@NullMarked
package no.speil.linkcheck;

import org.jspecify.annotations.NullMarked;
