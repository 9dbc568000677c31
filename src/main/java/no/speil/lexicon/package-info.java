/**
 * What the archive's own words teach: how compounds fall into parts, and what words mean in the
 * other language. Pure; how texts are cut into terms is passed in.
 */
@NullMarked
package no.speil.lexicon;

import org.jspecify.annotations.NullMarked;
