/** Fetches from other servers what a person asks for; only the command line uses it. */
@NullMarked
package no.speil.download;

import org.jspecify.annotations.NullMarked;
