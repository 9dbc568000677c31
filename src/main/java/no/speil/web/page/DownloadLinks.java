package no.speil.web.page;

/**
 * Links below results.
 *
 * @param feed address of a feed of changes among them
 * @param title of the feed
 */
public record DownloadLinks(String feed, String title) {}
