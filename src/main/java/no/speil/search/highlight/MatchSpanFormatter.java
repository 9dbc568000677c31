package no.speil.search.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import no.speil.search.highlight.MatchSpans.Find;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/**
 * Gives a text's finds as they are, in its order; of those that begin together the longest first.
 */
final class MatchSpanFormatter extends PassageFormatter {
  @Override
  public MatchSpans format(Passage[] passages, String text) {
    var all = new ArrayList<Find>();
    for (Passage passage : passages) {
      for (int i = 0; i < passage.getNumMatches(); i++) {
        all.add(
            new Find(
                passage.getMatchStarts()[i],
                passage.getMatchEnds()[i],
                passage.getMatchTerms()[i].utf8ToString()));
      }
    }
    all.sort(Comparator.comparingInt(Find::start).thenComparingInt(find -> -find.end()));
    return new MatchSpans(all);
  }
}
