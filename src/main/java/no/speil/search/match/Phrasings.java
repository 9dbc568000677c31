package no.speil.search.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.search.Expand;
import no.speil.search.Expansion;
import no.speil.search.entry.Column;
import no.speil.search.query.Renderings.Phrasing;
import no.speil.search.text.Terms;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Tells words of a query that stand side by side what the glossary calls them together, as far as
 * its words are in the index.
 */
final class Phrasings {
  private static final int MOST_OF_ALL = 16;

  private final SetPhrases phrases;
  private final Terms terms;
  private final IndexReader reader;
  private final Expand expand;
  private int left = MOST_OF_ALL;

  Phrasings(SetPhrases phrases, Terms terms, IndexReader reader, Expand expand) {
    this.phrases = phrases;
    this.terms = terms;
    this.reader = reader;
    this.expand = expand;
  }

  /**
   * Of each word those that it has part in.
   *
   * @param expansions takes what was found, switched off or not
   */
  List<List<Phrasing>> of(List<String> words, Map<String, Expansion> expansions)
      throws IOException {
    var all = new ArrayList<List<Phrasing>>();
    words.forEach(word -> all.add(new ArrayList<>()));
    for (SetPhrases.Found each : phrases.in(words)) {
      if (left > 0 && isThere(each.column(), each.other())) {
        left--;
        List<String> own = words.subList(each.start(), each.end());
        String together = String.join(" ", own).toLowerCase(Locale.ROOT);
        boolean on = expand.allows(together, each.other());
        expansions.merge(together, expansion(together, each.other(), on), Phrasings::both);
        var phrasing = new Phrasing(each.column().side(), each.other(), own.size());
        all.subList(each.start(), on ? each.end() : each.start()).forEach(of -> of.add(phrasing));
      }
    }
    return all;
  }

  /** Whether every word of it is in some text. */
  private boolean isThere(Column column, String phrase) throws IOException {
    for (Terms.Term word : terms.of(column.exact(), phrase)) {
      List<Terms.Term> stem = terms.of(column.stem(), word.text());
      Term term =
          stem.isEmpty()
              ? new Term(column.exact(), word.text())
              : new Term(column.stem(), stem.getFirst().text());
      if (reader.docFreq(term) == 0) {
        return false;
      }
    }
    return true;
  }

  private static Expansion expansion(String words, String other, boolean on) {
    return new Expansion(
        words, List.of(new Expansion.Translation(other.toLowerCase(Locale.ROOT), 1, on)));
  }

  /** What the keeper has settled comes before what was learned. */
  private static Expansion both(Expansion known, Expansion more) {
    var all = new ArrayList<>(more.translations());
    known.translations().stream().filter(each -> !all.contains(each)).forEach(all::add);
    return new Expansion(known.word(), all);
  }
}
