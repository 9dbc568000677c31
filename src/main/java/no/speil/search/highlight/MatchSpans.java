package no.speil.search.highlight;

import java.util.ArrayList;
import java.util.List;

/** Where in a text the words are, in its order; some may overlap. */
public record MatchSpans(List<Find> all) {
  static final MatchSpans NONE = new MatchSpans(List.of());

  /** A stretch of the text, half-open. */
  public record Find(int start, int end, String term) {}

  /**
   * The places of a text that a person sees marked: what overlaps is one place, and so is what
   * stands side by side in a sentence, as the words of a phrase do.
   */
  public List<Find> places(String text) {
    var places = new ArrayList<Find>();
    for (Find find : all) {
      Find last = places.isEmpty() ? null : places.getLast();
      if (last == null || !touches(text, last.end(), find.start())) {
        places.add(find);
      } else if (find.end() > last.end()) {
        places.set(places.size() - 1, new Find(last.start(), find.end(), last.term()));
      }
    }
    return places;
  }

  private static boolean touches(String text, int end, int start) {
    return start <= end || text.substring(end, start).codePoints().noneMatch(MatchSpans::parts);
  }

  private static boolean parts(int character) {
    return Character.isLetterOrDigit(character) || ".!?\n".indexOf(character) >= 0;
  }
}
