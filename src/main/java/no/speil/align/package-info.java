/**
 * The main door of alignment: lays out a document in sections and keeps them across revisions.
 * Pure.
 */
@NullMarked
package no.speil.align;

import org.jspecify.annotations.NullMarked;
