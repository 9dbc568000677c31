/**
 * The archive as a static site: the pages of a running server as files that need none, with a
 * search, the texts themselves and a description for repositories.
 */
@NullMarked
package no.speil.publish;

import org.jspecify.annotations.NullMarked;
