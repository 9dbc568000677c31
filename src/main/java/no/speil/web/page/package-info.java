/** The frame that pages share: the context of handlers, the shell, addresses, pages of a list. */
@NullMarked
package no.speil.web.page;

import org.jspecify.annotations.NullMarked;
