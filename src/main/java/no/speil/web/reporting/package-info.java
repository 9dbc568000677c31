/** Readers report errors, and those who may write answer them. */
@NullMarked
package no.speil.web.reporting;

import org.jspecify.annotations.NullMarked;
