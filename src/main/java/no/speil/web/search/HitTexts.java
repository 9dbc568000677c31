package no.speil.web.search;

import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.search.Concordance;
import no.speil.search.DocumentRef;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.ViewMode;

/** What a page says of its hits; one object for one page. */
public final class HitTexts {
  private final CounterpartSentences counterparts = new CounterpartSentences();

  /** The address of its row on a document's page. */
  public static String row(Hit hit) {
    int from = hit.pair().place().position() / ReadingPosition.SIZE * ReadingPosition.SIZE;
    return new ReadingPosition(hit.documentRef().document(), ViewMode.SIDE, from)
        .row(hit.section());
  }

  /** The year of a document; empty if it has no date. */
  public static String year(DocumentRef document) {
    return document.date().substring(0, Math.min(4, document.date().length()));
  }

  /**
   * A side as safe HTML: its snippet, or the counterpart of what was found on the other side where
   * the snippet would have none.
   */
  public TaggedText shown(Hit hit, Side side) {
    return wording(hit, side, counterparts.html(hit, side));
  }

  /** The other side of a line as safe HTML; empty where there is none. */
  public TaggedText counterpart(Concordance.Line line) {
    return wording(line.hit(), line.side().other(), counterparts.html(line));
  }

  private static TaggedText wording(Hit hit, Side side, Optional<String> sentence) {
    Excerpt excerpt = hit.pair().excerpt(side);
    return excerpt == null
        ? TaggedText.NONE
        : new TaggedText(lang(hit, side), sentence.orElse(excerpt.snippet().html()));
  }

  /** The language of a side. */
  public static String lang(Hit hit, Side side) {
    return side == Side.ORIGINAL ? TaggedText.tag(hit.documentRef().language()) : "en";
  }
}
