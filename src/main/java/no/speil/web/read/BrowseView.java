package no.speil.web.read;

import java.util.List;
import no.speil.web.document.TitleLine;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;

/**
 * Documents in groups, or one group.
 *
 * @param notices about the counts, e.g. that indexing goes on
 * @param tabs what the documents can be arranged by
 */
public record BrowseView(
    PageShell shell,
    List<String> notices,
    Head head,
    List<LinkChoice> tabs,
    Side side,
    List<Block> blocks,
    Paging paging) {
  public BrowseView {
    notices = List.copyOf(notices);
    tabs = List.copyOf(tabs);
    blocks = List.copyOf(blocks);
  }

  /**
   * The top of the page.
   *
   * @param above the folders above, from the top
   * @param summary how many documents there are, in words
   */
  public record Head(String title, List<Count> above, String summary) {
    public Head {
      above = List.copyOf(above);
    }
  }

  /**
   * What stands beside the list.
   *
   * @param title of what it leads to; empty for nothing
   * @param only what sets documents apart
   */
  public record Side(String title, List<Count> groups, List<Count> only) {
    public Side {
      groups = List.copyOf(groups);
      only = List.copyOf(only);
    }
  }

  /** A link with the number of documents that it leads to; no address where it is this page. */
  public record Count(String label, String href, int documents) {}

  /** The heading of a group; both are empty where the page shows one group only. */
  public record Heading(String label, String anchor) {}

  /**
   * Documents of a group.
   *
   * @param documents how many there are in all
   * @param more how many are not shown, in words; may be empty
   * @param href of the whole group
   */
  public record Block(
      Heading heading, int documents, List<TitleLine> lines, String more, String href) {
    public Block {
      lines = List.copyOf(lines);
    }

    /** The only one of a page. */
    static Block of(List<TitleLine> lines) {
      return new Block(new Heading("", ""), lines.size(), lines, "", "");
    }
  }
}
