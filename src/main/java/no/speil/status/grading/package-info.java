/**
 * How much a change of a text matters: from nothing that a reader sees to another meaning. Pure.
 */
@NullMarked
package no.speil.status.grading;

import org.jspecify.annotations.NullMarked;
