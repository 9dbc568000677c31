/**
 * The archive in a git repository: commits what people do, and joins it with what others have
 * pushed. Nothing here is ever waited for by a save.
 */
@NullMarked
package no.speil.git;

import org.jspecify.annotations.NullMarked;
