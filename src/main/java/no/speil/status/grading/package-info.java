/** Grades changes of a text: from markup, which no reader sees, to another meaning. Pure. */
@NullMarked
package no.speil.status.grading;

import org.jspecify.annotations.NullMarked;
