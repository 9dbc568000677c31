/**
 * Asks other servers whether addresses still answer; the only place from which anybody is called,
 * and only the command line uses it.
 */
@NullMarked
package no.speil.linkcheck;

import org.jspecify.annotations.NullMarked;
