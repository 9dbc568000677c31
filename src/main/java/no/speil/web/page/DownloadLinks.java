package no.speil.web.page;

import java.util.List;

/**
 * Links below results.
 *
 * @param files downloads of all results
 * @param feed address of a feed of changes among them
 * @param title of the feed
 */
public record DownloadLinks(List<LinkChoice> files, String feed, String title) {
  public static final DownloadLinks NOTHING = new DownloadLinks(List.of(), "", "");
}
