package no.speil.web.work;

import no.speil.corpus.Alignment;
import no.speil.corpus.Section;

/** Questions about how a section is linked. */
final class SectionLinks {
  private SectionLinks() {}

  static boolean isPair(Section section) {
    return !section.original().isEmpty() && !section.translation().isEmpty();
  }

  static boolean isConfirmed(Section section) {
    return section.alignment().method() == Alignment.Method.CONFIRMED;
  }
}
