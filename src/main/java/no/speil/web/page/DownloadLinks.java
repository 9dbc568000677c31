package no.speil.web.page;

import java.util.List;

/**
 * Ways to take results along.
 *
 * @param files all of them as a file
 * @param feed address of a feed of what changes among them
 * @param title what that feed is called
 */
public record DownloadLinks(List<LinkChoice> files, String feed, String title) {
  public static final DownloadLinks NOTHING = new DownloadLinks(List.of(), "", "");
}
