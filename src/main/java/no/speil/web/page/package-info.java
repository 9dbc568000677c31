/**
 * What pages and answers are made of: the frame, addresses, messages, rows of sections, and JSON of
 * values that several places show.
 */
@NullMarked
package no.speil.web.page;

import org.jspecify.annotations.NullMarked;
