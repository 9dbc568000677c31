/** One section on a page: its row, its notes, its history, and answers to its forms. */
@NullMarked
package no.speil.web.section;

import org.jspecify.annotations.NullMarked;
