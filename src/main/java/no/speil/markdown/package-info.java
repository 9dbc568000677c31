/** Everything that knows Markdown, in rooms of its own; here is what they share. */
@NullMarked
package no.speil.markdown;

import org.jspecify.annotations.NullMarked;
