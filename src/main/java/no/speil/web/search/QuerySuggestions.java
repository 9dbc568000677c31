package no.speil.web.search;

import java.util.List;
import java.util.regex.Pattern;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.search.WordExpansion.Translation;
import no.speil.web.page.SiteUrls;

/** What a page offers around a query: another query, and switches for translations of its words. */
public record QuerySuggestions(SearchUrl address, SearchResult result) {
  /** A word without signs of the query language. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?!(?:AND|OR|NOT)$)[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}\\p{N}]+)*+");

  /** The page of a word; empty for what is not one word. */
  public String page(String words) {
    return WORD.matcher(words).matches() ? SiteUrls.word(words) : "";
  }

  /** Switches all translations off or on; empty where there is nothing to switch. */
  public String all() {
    boolean on = address.isExpanded();
    return on && result.expansions().isEmpty() ? "" : address.expanded(!on).href();
  }

  /** The sure translations of a word, which can be switched off and on; or the unsure ones. */
  public List<Translation> translations(WordExpansion word, boolean sure) {
    return word.translations().stream().filter(each -> each.sure() == sure).toList();
  }

  public String switched(WordExpansion word, Translation translation) {
    return address.toggled(new Off(word.word(), translation.word())).href();
  }
}
