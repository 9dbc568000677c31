package no.speil.library.exports;

import java.util.List;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.align.dp.SentenceAligner;
import no.speil.exchange.TranslationUnit;

/** Divides a section that has both texts into the sentences that say the same. */
public record SentenceUnitSplitter(SentenceAligner aligner) {
  /** The units in order; the pair itself if it is one unit. */
  public List<TranslationUnit> of(TranslationUnit section) {
    TranslationUnit.Text original = section.original();
    TranslationUnit.Text translation = section.translation();
    List<Pairing> pairings = aligner.align(original.words(), translation.words());
    if (pairings.size() < 2) {
      return List.of(section);
    }
    return pairings.stream()
        .map(
            each ->
                new TranslationUnit(
                    section.documentRef(),
                    section.section(),
                    part(original, each.original()),
                    part(translation, each.translation()),
                    section.status()))
        .toList();
  }

  private static TranslationUnit.Text part(TranslationUnit.Text text, Span span) {
    return new TranslationUnit.Text(
        text.lang(), text.words().substring(span.from(), span.to()), text.address());
  }
}
