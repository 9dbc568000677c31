package no.speil.web.reading;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Wordings;
import no.speil.web.rows.HeadingLevels;
import no.speil.web.rows.Part;
import no.speil.web.rows.Reading;
import no.speil.web.view.DocumentView.Entry;
import no.speil.web.view.Wording;

/** A document's headings in the language one reads, with the way to each. */
final class Outline {
  private Outline() {}

  /**
   * @param first the side whose words are wanted where there are both
   */
  static List<Entry> of(LiveDocument document, Reading reading, Side first) {
    var levels = new HeadingLevels();
    var entries = new ArrayList<Entry>();
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i).section();
      if (Part.level(section) > 0) {
        int level = levels.next(Part.level(section)) - 1;
        Reading place = reading.from(i / Reading.SIZE * Reading.SIZE);
        entries.add(new Entry(level, words(document, section, first), place.row(section.id())));
      }
    }
    return entries;
  }

  private static Wording words(LiveDocument document, Section section, Side first) {
    Side other = first.other();
    Side side = section.side(first).isEmpty() ? other : first;
    Block block = section.side(side).getFirst();
    String text = block.kind() == BlockKind.HEADING || !block.text().isEmpty() ? block.text() : "–";
    return new Wording(Wordings.lang(document.leaf(side)), text);
  }
}
