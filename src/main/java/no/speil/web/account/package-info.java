/** Signing in and out, one's own account, and the people of the archive. */
@NullMarked
package no.speil.web.account;

import org.jspecify.annotations.NullMarked;
