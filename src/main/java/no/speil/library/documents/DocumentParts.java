package no.speil.library.documents;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.search.SectionRange;
import no.speil.status.TrackedSection;

/**
 * The parts of a document: a heading and all sections up to the next heading of its level or above.
 */
public final class DocumentParts {
  private DocumentParts() {}

  /** The part of a heading; the whole document for its title; empty if it is no heading. */
  public static Optional<SectionRange> range(LiveDocument document, SectionId heading) {
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i).section();
      if (section.id().equals(heading)) {
        return section.isTitle()
            ? Optional.of(new SectionRange(document.id(), 0, sections.size()))
            : range(document, i, level(section));
      }
    }
    return Optional.empty();
  }

  /** The level of the heading that a section begins with, or 0. */
  public static int level(Section section) {
    Block first = section.leading().getFirst();
    return first.kind() == BlockKind.HEADING ? first.level() : 0;
  }

  private static Optional<SectionRange> range(LiveDocument document, int begin, int level) {
    if (level == 0) {
      return Optional.empty();
    }
    List<TrackedSection> sections = document.sections();
    int end = begin + 1;
    while (end < sections.size() && !ends(sections.get(end).section(), level)) {
      end++;
    }
    return Optional.of(new SectionRange(document.id(), begin, end));
  }

  private static boolean ends(Section section, int level) {
    int found = level(section);
    return found > 0 && found <= level;
  }
}
