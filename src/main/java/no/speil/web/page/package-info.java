/**
 * What several places share: the context of handlers, the frame of pages, addresses, messages, rows
 * of sections, and JSON of values.
 */
@NullMarked
package no.speil.web.page;

import org.jspecify.annotations.NullMarked;
