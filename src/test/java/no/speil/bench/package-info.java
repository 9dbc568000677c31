/** Archives made up for measuring, and the real server measured as a process of its own. */
@NullMarked
package no.speil.bench;

import org.jspecify.annotations.NullMarked;
