package no.speil.web.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.speil.web.page.DownloadLinks;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * Results of a search.
 *
 * @param summary how many there are, in words; empty without a query
 * @param notices what to know about how the query was read
 * @param printed where and when a printed page was made, in words
 * @param examples of queries; empty if there is a query
 */
public record SearchView(
    PageShell shell,
    String summary,
    Spelling spelling,
    List<String> notices,
    Options options,
    List<ResultGroup> found,
    Nothing nothing,
    DownloadLinks downloadLinks,
    MarkForm markForm,
    Paging paging,
    String printed,
    List<LinkChoice> examples) {
  public SearchView {
    notices = List.copyOf(notices);
    found = List.copyOf(found);
  }

  /** The page without a query. */
  public static SearchView unasked(PageShell shell, List<LinkChoice> examples) {
    return new SearchView(
        shell,
        "",
        Spelling.AS_TYPED,
        List.of(),
        Options.NONE,
        List.of(),
        Nothing.NONE,
        DownloadLinks.NOTHING,
        MarkForm.NONE,
        Paging.NONE,
        "",
        examples);
  }

  /**
   * A query that is searched for instead of the one that was typed, since it is spelt nearly alike.
   *
   * @param absent the typed words that nothing has
   * @param words of the other query, in order
   * @param typedHref search for what was typed all the same
   */
  public record Spelling(String absent, List<SpeltWord> words, String typedHref) {
    static final Spelling AS_TYPED = new Spelling("", List.of(), "");

    public boolean isOther() {
      return !words.isEmpty();
    }

    public String query() {
      return words.stream().map(SpeltWord::text).collect(Collectors.joining(" "));
    }
  }

  /** A word of a query, and whether it was typed so. */
  public record SpeltWord(String text, boolean typed) {}

  /**
   * Options beside the query.
   *
   * @param filters the values that are chosen; each link removes one
   * @param unfilteredHref the search without filters; empty if there are none
   * @param kept parameters to keep when the query changes
   */
  public record Options(
      List<LinkChoice> sorts,
      List<LinkChoice> groups,
      List<Facet> facets,
      List<LinkChoice> filters,
      String unfilteredHref,
      Suggestions words,
      Map<String, List<String>> kept) {
    static final Options NONE =
        new Options(List.of(), List.of(), List.of(), List.of(), "", Suggestions.NONE, Map.of());
  }

  /**
   * What is said where nothing counts as found.
   *
   * @param words that nothing has, in a sentence; empty if something was found
   * @param about what else was tried, in a sentence; may be empty
   * @param offers searches that find something
   */
  public record Nothing(String words, String about, List<Offer> offers) {
    static final Nothing NONE = new Nothing("", "", List.of());
  }

  /** A search that finds something; the count may be empty. */
  public record Offer(String label, String count, String href) {}

  /**
   * The form that marks the sections of this page.
   *
   * @param sections ids and versions, as the form sends them back
   * @param mayReview whether the person may review any of them
   * @param back address of this page
   * @param more address of the page with as many results as possible; may be empty
   */
  public record MarkForm(String sections, int count, boolean mayReview, String back, String more) {
    public static final MarkForm NONE = new MarkForm("", 0, false, "", "");
  }

  /** Values of one facet, with counts: those that are shown, and those that are folded. */
  public record Facet(String name, List<Value> values, List<Value> folded) {}

  /** A facet's value. */
  public record Value(String label, String count, String href, boolean chosen) {}

  /**
   * Suggestions for the query.
   *
   * @param meant query that finds more ("did you mean"); may be empty
   * @param termExpansions words that are also searched by their translations
   * @param all switches all translations off or on; may be empty
   * @param about the page of the word, if the query is one word; may be empty
   */
  public record Suggestions(
      LinkChoice meant, List<TermExpansion> termExpansions, LinkChoice all, LinkChoice about) {
    private static final LinkChoice NOTHING = new LinkChoice("", "", false);

    public static final Suggestions NONE = new Suggestions(NOTHING, List.of(), NOTHING, NOTHING);

    /** How many translations there are that can be switched off and on. */
    public int translations() {
      return termExpansions.stream().mapToInt(each -> each.translations().size()).sum();
    }
  }

  /**
   * A word and its translations.
   *
   * @param href of the word's page; empty for several words
   * @param translations sure ones, each of which can be switched off and on
   * @param unsure searches for the word or one of its less certain translations; without an address
   *     where the query has other words
   */
  public record TermExpansion(
      String word, String href, List<LinkChoice> translations, List<LinkChoice> unsure) {}

  /**
   * Results that match in the same way.
   *
   * @param heading empty where there is only one group
   * @param count beside the heading: how many, and by which words
   * @param guesses whether they are not counted, and folded
   * @param notes what is said about them
   */
  public record ResultGroup(
      String heading, String count, boolean guesses, List<String> notes, List<Result> results) {}

  /**
   * Results of one document.
   *
   * @param title in the language of the page if there is one
   * @param otherTitle in the other language; empty where it is the same
   * @param byline author and year
   * @param text where the document as a whole is the result; else null
   */
  public record Result(
      String href,
      TaggedText title,
      TaggedText otherTitle,
      List<TaggedText> byline,
      List<Pair> pairs,
      @Nullable WholeText text) {
    /** Whether the document is shown once for several sections. */
    public boolean isDocument() {
      return pairs.size() != 1 || !pairs.getFirst().href().equals(href);
    }
  }

  /**
   * What is said of a document whose title is what was searched for.
   *
   * @param sections how many it has, in words
   * @param beginning in the language of the title; may be empty
   * @param within the same search in that document
   */
  public record WholeText(String sections, TaggedText beginning, Offer within) {}

  /**
   * A section that matches.
   *
   * @param place where it is in its document, and what kind of text it is
   * @param names HTML that is safe as it is: by which names the document was found; may be empty
   * @param original HTML that is safe as it is
   * @param translation HTML that is safe as it is
   * @param absence words for a missing side
   * @param warning what is wrong with the translation; usually empty
   * @param why what it has for words of the search that it does not have as typed
   */
  public record Pair(
      String href,
      List<TaggedText> place,
      String names,
      TaggedText original,
      TaggedText translation,
      String absence,
      String warning,
      List<String> why) {
    public boolean isOneSided() {
      return original.isEmpty() || translation.isEmpty();
    }
  }
}
