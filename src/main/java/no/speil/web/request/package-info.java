/** What a request says: its path, query, form, body and version, and how it can be wrong. */
@NullMarked
package no.speil.web.request;

import org.jspecify.annotations.NullMarked;
