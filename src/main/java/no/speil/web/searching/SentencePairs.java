package no.speil.web.searching;

import java.util.ArrayList;
import java.util.List;
import no.speil.alignment.Pairing;
import no.speil.alignment.Pairing.Span;
import no.speil.alignment.SentenceAligner;
import no.speil.exchange.Division;
import no.speil.exchange.Pair;

/** Divides a section that has both texts into the sentences that say the same. */
public record SentencePairs(SentenceAligner aligner) implements Division {

  @Override
  public List<Pair> of(Pair section) {
    Pair.Text original = section.original();
    Pair.Text translation = section.translation();
    if (original.isEmpty() || translation.isEmpty()) {
      return List.of(section);
    }
    List<Pairing> pairings = aligner.align(original.words(), translation.words());
    if (pairings.size() < 2) {
      return List.of(section);
    }
    var pairs = new ArrayList<Pair>();
    for (Pairing each : pairings) {
      pairs.add(
          new Pair(
              section.work(),
              section.section(),
              part(original, each.original()),
              part(translation, each.translation()),
              section.status()));
    }
    return pairs;
  }

  private static Pair.Text part(Pair.Text text, Span span) {
    return new Pair.Text(
        text.lang(), text.words().substring(span.from(), span.to()), text.address());
  }
}
