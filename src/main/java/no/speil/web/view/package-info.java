/** What the templates show: plain values, with every word already chosen and every link made. */
@NullMarked
package no.speil.web.view;

import org.jspecify.annotations.NullMarked;
