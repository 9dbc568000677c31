/** Export formats: values in, text out. */
@NullMarked
package no.speil.exchange;

import org.jspecify.annotations.NullMarked;
