/**
 * The pages on which words are counted, their tables for spreadsheets, and the same for programs.
 */
@NullMarked
package no.speil.web.count;

import org.jspecify.annotations.NullMarked;
