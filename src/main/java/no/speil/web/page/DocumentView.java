package no.speil.web.page;

import java.util.List;

/**
 * A document to be read.
 *
 * @param view {@code side}, {@code lines}, {@code no} or {@code en}
 */
public record DocumentView(
    PageShell shell,
    String view,
    Head head,
    Layouts layouts,
    List<Entry> outline,
    List<SectionRow> rows,
    Paging paging,
    CitationLinks citationLinks) {
  public DocumentView {
    outline = List.copyOf(outline);
    rows = List.copyOf(rows);
  }

  /**
   * Links to the other layouts.
   *
   * @param other address of the text in the other language
   */
  public record Layouts(List<LinkChoice> choices, String other) {
    public Layouts {
      choices = List.copyOf(choices);
    }
  }

  /**
   * The head of the page, about the whole document.
   *
   * @param trust one sentence on how far the translation can be trusted
   * @param source where the original is, if it is not here
   * @param notice to read first; usually empty
   * @param markHref of the page that marks the whole document; empty for readers
   * @param workHref of its queue; empty for readers
   * @param alignHref of its alignment page
   * @param files the document for other programs
   * @param feed address of its feed
   */
  public record Head(
      Meter meter,
      String trust,
      Source source,
      List<Fact> facts,
      String notice,
      List<String> problems,
      String markHref,
      String workHref,
      String alignHref,
      List<FileLink> files,
      String feed) {}

  /**
   * A download of the document.
   *
   * @param label name of the format
   * @param use what the format is for
   */
  public record FileLink(String href, String label, String use) {}

  /**
   * Links for citing the document.
   *
   * @param href of the citation page
   * @param bibtex address of the BibTeX file
   * @param since what has changed since the version in the address; may be empty
   * @param printed where and when a printed page was made, in words
   */
  public record CitationLinks(
      String href, String bibtex, String since, String printed, Embedded embedded) {}

  /**
   * Metadata in the page's head.
   *
   * @param linked JSON-LD, safe within a script element
   */
  public record Embedded(List<Tag> names, List<Tag> graph, String linked) {
    public Embedded {
      names = List.copyOf(names);
      graph = List.copyOf(graph);
    }
  }

  /** One meta element. */
  public record Tag(String name, String lang, String content) {}

  /**
   * Where an original is; no address if it is here.
   *
   * @param before words before the link
   * @param after words after it
   */
  public record Source(String href, String words, String before, String after) {
    public static final Source HERE = new Source("", "", "", "");

    public boolean isEmpty() {
      return href.isEmpty();
    }
  }

  /**
   * One fact about the document.
   *
   * @param href link; may be empty
   * @param answer result of the last link check, in words; may be empty
   */
  public record Fact(String name, TaggedText value, String href, String answer) {}

  /** A heading in the outline. */
  public record Entry(int level, TaggedText text, String href) {}
}
