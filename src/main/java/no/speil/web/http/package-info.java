/**
 * What a request says: its path, query, form, body and version, and how it can be wrong. Who asks:
 * whether they may come in and may write, under which name, in which language.
 */
@NullMarked
package no.speil.web.http;

import org.jspecify.annotations.NullMarked;
