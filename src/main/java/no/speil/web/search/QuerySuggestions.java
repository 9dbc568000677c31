package no.speil.web.search;

import java.util.List;
import java.util.regex.Pattern;
import no.speil.search.ExpansionOptions;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.SiteUrls;

/**
 * Suggestions for a query as links: a corrected query, and switches for translations of its words.
 */
final class QuerySuggestions {
  /** A word without signs of the query language. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?!(?:AND|OR|NOT)$)[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}\\p{N}]+)*+");

  private QuerySuggestions() {}

  static SearchView.Suggestions of(SearchUrl address, SearchResult result) {
    String meant = result.didYouMean();
    boolean on = address.expansionOptions().on();
    boolean any = !result.expansions().isEmpty();
    var opposite = new ExpansionOptions(!on, address.expansionOptions().off());
    return new SearchView.Suggestions(
        meant == null ? none() : new LinkChoice(meant, address.asking(meant).href(), false),
        result.expansions().stream().map(each -> termExpansion(address, each)).toList(),
        any || !on ? new LinkChoice("", address.expanding(opposite).href(), on) : none(),
        new LinkChoice(address.query(), page(address.query()), false));
  }

  /** The page of a word; empty for what is not one word. */
  private static String page(String words) {
    return WORD.matcher(words).matches() ? SiteUrls.word(words) : "";
  }

  private static SearchView.TermExpansion termExpansion(
      SearchUrl address, WordExpansion expansion) {
    List<LinkChoice> translations =
        expansion.translations().stream()
            .filter(each -> each.sure())
            .map(
                each ->
                    new LinkChoice(
                        each.word(),
                        address.toggled(new Off(expansion.word(), each.word())).href(),
                        each.on()))
            .toList();
    boolean isAll = address.query().strip().equalsIgnoreCase(expansion.word());
    List<LinkChoice> unsure =
        expansion.translations().stream()
            .filter(each -> !each.sure())
            .map(
                each ->
                    new LinkChoice(
                        each.word(),
                        isAll
                            ? address.asking(expansion.word() + " OR " + quoted(each.word())).href()
                            : "",
                        false))
            .toList();
    return new SearchView.TermExpansion(
        expansion.word(), page(expansion.word()), translations, unsure);
  }

  private static String quoted(String words) {
    return words.contains(" ") ? '"' + words + '"' : words;
  }

  private static LinkChoice none() {
    return new LinkChoice("", "", false);
  }
}
