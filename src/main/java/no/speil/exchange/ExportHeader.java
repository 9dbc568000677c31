package no.speil.exchange;

import java.time.Instant;

/**
 * What is said of an export as a whole.
 *
 * @param query what was asked for
 * @param page absolute address of a page that shows the same
 * @param total how many sections follow; a file that has fewer was cut off
 */
public record ExportHeader(String query, String page, Instant made, long total) {}
