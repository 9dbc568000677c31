/** Pages for keepers: progress, problems, and whether the server is ready. */
@NullMarked
package no.speil.web.admin;

import org.jspecify.annotations.NullMarked;
