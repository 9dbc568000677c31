/** Routes, pages, JSON and errors over HTTP. Javalin lives here. */
@NullMarked
package no.speil.web;

import org.jspecify.annotations.NullMarked;
