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
   * The layouts one can go to.
   *
   * @param other address of the text in the other language
   */
  public record Layouts(List<LinkChoice> choices, String other) {
    public Layouts {
      choices = List.copyOf(choices);
    }
  }

  /**
   * What is known of the document as a whole.
   *
   * @param trust one sentence on how far the translation can be trusted
   * @param source where the original is held, if it is not here
   * @param notice what everybody should know before reading; mostly empty
   * @param markHref where the whole document can be marked; empty where one may not write
   * @param workHref what there is to do in it; empty where one may not write
   * @param alignHref where it is seen how the two texts belong together
   * @param files the document for other programs
   * @param feed address of what is done in it, as a feed
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
   * A form in which the document can be taken along.
   *
   * @param label what it is called
   * @param use what it is good for
   */
  public record FileLink(String href, String label, String use) {}

  /**
   * For those who cite the document.
   *
   * @param href of the page that says how
   * @param bibtex of a file that says it to programs
   * @param since what has changed since; empty where the address names no version
   * @param printed where and when a printed page was made, in words
   */
  public record CitationLinks(
      String href, String bibtex, String since, String printed, Embedded embedded) {}

  /**
   * What programs read in the page's head.
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
   * Where an original is held; no address where it is here.
   *
   * @param before what to say before the way there
   * @param after what to say after it
   */
  public record Source(String href, String words, String before, String after) {
    public static final Source HERE = new Source("", "", "", "");

    public boolean isEmpty() {
      return href.isEmpty();
    }
  }

  /**
   * One line about the document.
   *
   * @param href where it leads; empty where nowhere
   * @param answer whether that answered, in words; empty where nobody has asked
   */
  public record Fact(String name, TaggedText value, String href, String answer) {}

  /** A heading in the outline. */
  public record Entry(int level, TaggedText text, String href) {}
}
