package no.speil.web.searching;

import java.util.List;
import no.speil.search.Expand;
import no.speil.search.Expand.Off;
import no.speil.search.Expansion;
import no.speil.search.SearchResult;
import no.speil.web.view.Choice;
import no.speil.web.view.SearchView;

/** The query in other words, as links: what may have been meant, and translations as switches. */
final class OtherWords {
  private OtherWords() {}

  static SearchView.OtherWords of(SearchAddress address, SearchResult result) {
    String meant = result.didYouMean();
    boolean on = address.expand().on();
    boolean any = !result.expansions().isEmpty();
    var opposite = new Expand(!on, address.expand().off());
    return new SearchView.OtherWords(
        meant == null ? none() : new Choice(meant, address.asking(meant).href(), false),
        result.expansions().stream().map(each -> chip(address, each)).toList(),
        any || !on ? new Choice("", address.expanding(opposite).href(), on) : none());
  }

  private static SearchView.Chip chip(SearchAddress address, Expansion expansion) {
    List<Choice> translations =
        expansion.translations().stream()
            .map(
                each ->
                    new Choice(
                        each.word(),
                        address.toggled(new Off(expansion.word(), each.word())).href(),
                        each.on()))
            .toList();
    return new SearchView.Chip(expansion.word(), translations);
  }

  private static Choice none() {
    return new Choice("", "", false);
  }
}
