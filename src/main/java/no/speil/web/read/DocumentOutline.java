package no.speil.web.read;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReadingPosition;

/** A document's headings in the language of the view, with links. */
public final class DocumentOutline {
  private DocumentOutline() {}

  /**
   * @param first the preferred side
   */
  static List<Entry> of(LiveDocument document, ReadingPosition reading, Side first) {
    var levels = new HeadingLevels();
    var entries = new ArrayList<Entry>();
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i).section();
      if (DocumentParts.level(section) > 0) {
        int level = levels.next(DocumentParts.level(section)) - 1;
        ReadingPosition place = reading.from(i / ReadingPosition.SIZE * ReadingPosition.SIZE);
        entries.add(new Entry(level, words(document, section, first), place.row(section.id())));
      }
    }
    return entries;
  }

  private static TaggedText words(LiveDocument document, Section section, Side first) {
    Side other = first.other();
    Side side = section.side(first).isEmpty() ? other : first;
    Block block = section.side(side).getFirst();
    String text = block.kind() == BlockKind.HEADING || !block.text().isEmpty() ? block.text() : "–";
    return new TaggedText(TaggedText.lang(document.file(side)), text);
  }

  /** A heading. */
  public record Entry(int level, TaggedText text, String href) {}
}
