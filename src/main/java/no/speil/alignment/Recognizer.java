package no.speil.alignment;

import java.util.List;
import no.speil.corpus.BlockPrint;

/**
 * Knows the blocks of a revised text again by what the record holds of the old ones: equal text
 * wherever it stands, then equal anchors, then likeness between recognised neighbours, then strong
 * likeness elsewhere.
 */
final class Recognizer {
  private Recognizer() {}

  static Recognition recognise(List<BlockPrint> recorded, List<Found> found) {
    var recognition = new Recognition(recorded.size(), found.size());
    new EqualTexts(recorded, found, recognition).recognise();
    new EqualAnchors(recorded, found, recognition).recognise();
    for (int j = 0; j < found.size(); j++) {
      if (recognition.isKnown(j)) {
        found.get(j).knownAs(recorded.get(recognition.home(j)));
      }
    }
    new Neighbours(recorded, found, recognition, new Likeness()).recognise();
    new Elsewhere(recorded, found, recognition).recognise();
    return recognition;
  }
}
