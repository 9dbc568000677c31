/** For keepers: progress, problems, and health of the server. */
@NullMarked
package no.speil.web.admin;

import org.jspecify.annotations.NullMarked;
