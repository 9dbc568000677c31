/** What people did lately, across documents. */
@NullMarked
package no.speil.library.activity;

import org.jspecify.annotations.NullMarked;
