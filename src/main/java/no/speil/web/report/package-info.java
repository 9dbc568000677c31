/** Readers report errors, and those who may write answer them. */
@NullMarked
package no.speil.web.report;

import org.jspecify.annotations.NullMarked;
