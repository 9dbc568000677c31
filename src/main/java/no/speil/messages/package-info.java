/** The words of pages and commands in both languages. */
@NullMarked
package no.speil.messages;

import org.jspecify.annotations.NullMarked;
