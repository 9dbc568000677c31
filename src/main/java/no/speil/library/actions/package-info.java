/**
 * What people do to sections: each action checks the version it was made for and writes under the
 * lock of its document.
 */
@NullMarked
package no.speil.library.actions;

import org.jspecify.annotations.NullMarked;
