/** Forms in which other programs take what is here: values in, text out. */
@NullMarked
package no.speil.exchange;

import org.jspecify.annotations.NullMarked;
