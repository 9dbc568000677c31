package no.speil.web.read;

import java.util.List;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TitleLine;

/**
 * The home page.
 *
 * @param notices about the counts, e.g. that indexing goes on
 * @param examples of what can be searched for
 * @param ways to look through the archive
 * @param root the folder of the archive, for those who may write in it; else empty
 */
public record HomeView(
    PageShell shell,
    List<String> notices,
    List<LinkChoice> examples,
    List<Way> ways,
    String root,
    Texts texts,
    Imprint imprint) {
  public HomeView {
    notices = List.copyOf(notices);
    examples = List.copyOf(examples);
    ways = List.copyOf(ways);
  }

  /** Whether there is nothing to be seen, and nothing being read. */
  public boolean isEmpty() {
    return texts.latest().isEmpty() && notices.isEmpty();
  }

  /**
   * The most frequent values, and the way to all of them.
   *
   * @param all in words
   */
  public record Way(String title, List<BrowseView.Count> counts, String all, String href) {
    public Way {
      counts = List.copyOf(counts);
    }
  }

  /**
   * The texts themselves.
   *
   * @param all how many there are, in words
   * @param progress how far they are translated, in a sentence
   */
  public record Texts(List<TitleLine> latest, String all, String progress) {
    public Texts {
      latest = List.copyOf(latest);
    }
  }

  /** Who answers for the archive; each may be empty. */
  public record Imprint(TaggedText publisher, TaggedText rights) {}
}
