package no.speil.library.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    List<Section> sections = document.sections().stream().map(TrackedSection::section).toList();
    int begin = document.number(heading);
    int level = begin < 0 ? 0 : level(sections.get(begin));
    if (begin < 0 || (level == 0 && !sections.get(begin).isTitle())) {
      return Optional.empty();
    }
    int end =
        IntStream.range(begin + 1, sections.size())
            .filter(at -> level(sections.get(at)) > 0 && level(sections.get(at)) <= level)
            .findFirst()
            .orElse(sections.size());
    return Optional.of(new SectionRange(document.id(), begin, end));
  }

  /** The sections of that part; none if it is no heading. */
  public static List<TrackedSection> sections(LiveDocument document, SectionId heading) {
    return range(document, heading)
        .map(part -> document.sections().subList(part.from(), part.to()))
        .orElse(List.of());
  }

  /** The level of the heading that a section begins with, or 0. */
  public static int level(Section section) {
    Block first = section.leading().getFirst();
    return first.kind() == BlockKind.HEADING ? first.level() : 0;
  }
}
