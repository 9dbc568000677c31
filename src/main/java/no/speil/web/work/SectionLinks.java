package no.speil.web.work;

import no.speil.corpus.Alignment;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.web.http.RequestException;

/** Questions about a section's alignment that pages and API share. */
final class SectionLinks {
  private SectionLinks() {}

  static Side side(String code) {
    return switch (code) {
      case "original" -> Side.ORIGINAL;
      case "translation" -> Side.TRANSLATION;
      default -> throw new RequestException.BadRequest("The side is original or translation.");
    };
  }

  static boolean isPair(Section section) {
    return !section.original().isEmpty() && !section.translation().isEmpty();
  }

  static boolean isConfirmed(Section section) {
    return section.alignment().method() == Alignment.Method.CONFIRMED;
  }
}
