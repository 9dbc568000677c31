/** Translators' tools as judges of what is exported, and of what is made of it when it returns. */
@NullMarked
package no.speil.tools;

import org.jspecify.annotations.NullMarked;
