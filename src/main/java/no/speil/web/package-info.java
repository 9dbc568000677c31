/** The server: routes, wiring, and how failures are answered. Javalin lives here. */
@NullMarked
package no.speil.web;

import org.jspecify.annotations.NullMarked;
