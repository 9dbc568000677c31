package no.speil.web.document;

import java.util.ArrayList;
import java.util.List;
import no.speil.library.catalogue.SiteLinks;
import no.speil.messages.Messages;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/**
 * A link to the texts of a folder.
 *
 * @param name the title of the text that introduces the folder, else the folder's own name
 */
public record FolderLink(TaggedText name, String href) {
  /**
   * The link to one folder.
   *
   * @param path of the folder; must not be empty
   */
  public static FolderLink of(SiteLinks links, Messages t, String path) {
    TaggedText name =
        links
            .introduction(path)
            .map(text -> TaggedText.title(text, t.lang()))
            .filter(title -> !title.isEmpty())
            .orElseGet(() -> new TaggedText("", path.substring(path.lastIndexOf('/') + 1)));
    return new FolderLink(name, SiteUrls.folder(path));
  }

  /** From all texts down to a folder, which may be empty for the top. */
  public static List<FolderLink> trail(SiteLinks links, Messages t, String path) {
    var trail = new ArrayList<FolderLink>();
    trail.add(new FolderLink(new TaggedText("", t.of("browse.title")), "/browse"));
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      trail.add(of(links, t, path.substring(0, end)));
    }
    if (!path.isEmpty()) {
      trail.add(of(links, t, path));
    }
    return trail;
  }
}
