/**
 * The archive over HTTP: the server, all routes on one screen, and what failures are answered with.
 * What people do there has a package each; Javalin lives in these and nowhere else.
 */
@NullMarked
package no.speil.web;

import org.jspecify.annotations.NullMarked;
