/** What answers are made with: frame of pages, JSON, addresses, words for values, faults. */
@NullMarked
package no.speil.web.page;

import org.jspecify.annotations.NullMarked;
