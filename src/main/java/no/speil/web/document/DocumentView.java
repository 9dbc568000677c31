package no.speil.web.document;

import java.util.List;
import no.speil.web.page.FileLink;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;
import no.speil.web.section.SectionRow;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/**
 * A document to be read.
 *
 * @param id of the document
 * @param view {@code side}, {@code lines}, {@code no} or {@code en}
 * @param only {@code no} or {@code en} where only that text is here, so that there is nothing to
 *     lay side by side; else empty
 */
public record DocumentView(
    PageShell shell,
    String id,
    String view,
    String only,
    Head head,
    Layouts layouts,
    SearchLinks searchLinks,
    List<Entry> outline,
    List<SectionRow> rows,
    Paging paging,
    CitationLinks citationLinks,
    About about,
    Onward onward,
    Work work) {
  public DocumentView {
    outline = List.copyOf(outline);
    rows = List.copyOf(rows);
  }

  /** The row of the title, which stands in the head; null on later pages. */
  public @Nullable SectionRow titleRow() {
    return rows.isEmpty() || !rows.getFirst().kind().equals("title") ? null : rows.getFirst();
  }

  /**
   * The place in the results of the search that led here.
   *
   * @param results address of the results; empty if no search did
   * @param back number of results and query, in words
   * @param place among the results, in words; empty for a guess
   * @param previous address of the result before; may be empty
   * @param next address of the result after; may be empty
   */
  public record SearchLinks(
      String results, String back, String place, String previous, String next) {
    public static final SearchLinks NONE = new SearchLinks("", "", "", "", "");

    public boolean isEmpty() {
      return results.isEmpty();
    }
  }

  /**
   * Links to the other layouts.
   *
   * @param other address of the text in the other language
   */
  public record Layouts(List<Layout> choices, String other) {
    public Layouts {
      choices = List.copyOf(choices);
    }
  }

  /** One layout. */
  public record Layout(ViewMode mode, String href, boolean chosen) {}

  /**
   * The head of the page, about the whole document.
   *
   * @param title in the language that one reads
   * @param otherTitle in the other language; empty if it is the same, or if there is none
   * @param by who wrote or published it; may be empty
   * @param byline date, kind and state of the translation, in words
   * @param notices to read first; usually none
   * @param source where the original is, if it is not here
   */
  public record Head(
      TaggedText title,
      TaggedText otherTitle,
      String by,
      List<TaggedText> byline,
      List<String> notices,
      Source source) {
    public Head {
      byline = List.copyOf(byline);
      notices = List.copyOf(notices);
    }
  }

  /**
   * What can be read below the text.
   *
   * @param files the document for other programs
   * @param feed address of its feed
   */
  public record About(
      List<Fact> facts, Meter meter, List<String> problems, List<FileLink> files, String feed) {
    public About {
      facts = List.copyOf(facts);
      problems = List.copyOf(problems);
      files = List.copyOf(files);
    }
  }

  /**
   * Where to read on.
   *
   * @param folder of the document; may be empty
   * @param previous the text before it in the folder; null if it is the first
   * @param next the text after it; null if it is the last
   */
  public record Onward(
      String folder, String folderHref, @Nullable TitleLine previous, @Nullable TitleLine next) {}

  /**
   * Links for those who work on the document.
   *
   * @param markHref of the page that marks the whole document; empty for those who may not
   * @param queueHref of its queue; empty for readers
   * @param alignHref of its alignment page
   * @param draftHref where machine drafts are asked for; empty where there are none
   */
  public record Work(String markHref, String queueHref, String alignHref, String draftHref) {}

  /**
   * Links for citing the document.
   *
   * @param text the citation in words
   * @param href of the citation page
   * @param files the citation as files
   * @param bibtex address of the BibTeX file
   * @param since what has changed since the version in the address; may be empty
   */
  public record CitationLinks(
      String text,
      String href,
      List<FileLink> files,
      String bibtex,
      String since,
      Embedded embedded) {
    public CitationLinks {
      files = List.copyOf(files);
    }
  }

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
   * Where an original is that is not here; no address if it is here.
   *
   * @param before words before the link
   * @param site words of the link
   * @param answer result of the last link check, in words; may be empty
   * @param published by whom and when, in words; may be empty
   * @param english the page that the English text is from; may have no words
   * @param reviewed how far the translation has been reviewed, in words
   */
  public record Source(
      String href,
      String before,
      String site,
      String answer,
      String published,
      EnglishText english,
      String reviewed) {
    public static final Source HERE = new Source("", "", "", "", "", EnglishText.NONE, "");

    public boolean isEmpty() {
      return href.isEmpty();
    }
  }

  /**
   * Who published the English text.
   *
   * @param href of the page; may be empty
   */
  public record EnglishText(String publisher, String href) {
    public static final EnglishText NONE = new EnglishText("", "");
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
