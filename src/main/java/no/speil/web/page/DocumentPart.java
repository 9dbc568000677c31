package no.speil.web.page;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/**
 * A part of a document: a heading and all sections up to the next heading of its level or above.
 */
public final class DocumentPart {
  private DocumentPart() {}

  /** The part's sections; all sections for the document's title; none if it is no heading. */
  public static List<TrackedSection> of(LiveDocument document, SectionId heading) {
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i).section();
      if (section.id().equals(heading)) {
        return section.isTitle() ? sections : from(sections, i);
      }
    }
    return List.of();
  }

  /** The level of the heading that a section begins with, or 0. */
  public static int level(Section section) {
    List<Block> run = section.original().isEmpty() ? section.translation() : section.original();
    return run.getFirst().kind() == BlockKind.HEADING ? run.getFirst().level() : 0;
  }

  /** The heading of a part or the beginning of a section; the document's title for its title. */
  public static TaggedText name(Messages t, LiveDocument document, SectionId heading) {
    return document
        .section(heading)
        .map(TrackedSection::section)
        .filter(section -> !section.isTitle())
        .map(section -> beginning(document, section))
        .orElse(TaggedTexts.title(document, t.lang()));
  }

  private static TaggedText beginning(LiveDocument document, Section section) {
    Side side = section.original().isEmpty() ? Side.TRANSLATION : Side.ORIGINAL;
    String text = section.side(side).getFirst().text();
    String lang = TaggedTexts.lang(document.leaf(side));
    return new TaggedText(lang, text.length() > 80 ? text.substring(0, 80) + "…" : text);
  }

  private static List<TrackedSection> from(List<TrackedSection> sections, int begin) {
    int level = level(sections.get(begin).section());
    if (level == 0) {
      return List.of();
    }
    int end = begin + 1;
    while (end < sections.size() && !ends(sections.get(end).section(), level)) {
      end++;
    }
    return sections.subList(begin, end);
  }

  private static boolean ends(Section section, int level) {
    int found = level(section);
    return found > 0 && found <= level;
  }
}
