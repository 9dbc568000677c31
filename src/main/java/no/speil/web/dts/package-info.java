/** Texts for readers' and editors' programs that speak Distributed Text Services 1.0. */
@NullMarked
package no.speil.web.dts;

import org.jspecify.annotations.NullMarked;
