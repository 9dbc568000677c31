/** Who asks: whether they may come in and may write, under which name, in which language. */
@NullMarked
package no.speil.web.visitor;

import org.jspecify.annotations.NullMarked;
