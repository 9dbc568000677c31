/** The keeper's glossary: its page, its forms and the same for programs. */
@NullMarked
package no.speil.web.glossary;

import org.jspecify.annotations.NullMarked;
