/** Readers report errors; users who may write settle the reports. */
@NullMarked
package no.speil.web.report;

import org.jspecify.annotations.NullMarked;
