/** What is new and open for one person. */
@NullMarked
package no.speil.web.inbox;

import org.jspecify.annotations.NullMarked;
