/**
 * Requests and responses: parameters, forms, bodies, versions, JSON and errors; who may write or
 * report, and under which name; limits on load.
 */
@NullMarked
package no.speil.web.http;

import org.jspecify.annotations.NullMarked;
