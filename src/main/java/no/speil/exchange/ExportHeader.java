package no.speil.exchange;

import java.time.Instant;

/**
 * The metadata of an export.
 *
 * @param query the query that was searched for
 * @param page absolute URL of a page that shows the same
 * @param total how many sections follow; a file with fewer was cut off
 */
public record ExportHeader(String query, String page, Instant made, long total) {}
