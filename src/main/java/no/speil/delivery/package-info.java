/** Sends notices away: by mail, and to an address of the keeper's. */
@NullMarked
package no.speil.delivery;

import org.jspecify.annotations.NullMarked;
