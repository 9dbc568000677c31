package no.speil.web.read;

import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.Progress;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.ShortText;
import no.speil.web.section.OverallState;
import no.speil.web.section.SectionNotice;

/**
 * What stands above a text: where it comes from, and how far the translation can be trusted.
 *
 * @param side whose title comes first
 */
public record DocumentHead(
    Library library, LiveDocument document, OverallState overall, Side side) {
  /** From this share of untranslated sections on, a translation is called a part. */
  private static final double PART = 0.2;

  /** How far the translation can be trusted, in a few words. */
  public static String trust(Messages t, LiveDocument document, OverallState overall) {
    State state = overall.state();
    Progress progress = document.progress();
    long translatable = progress.total().sections();
    long missing = progress.untranslated().sections();
    if (state == State.UNTRANSLATED) {
      return t.of("trust.untranslated");
    }
    if (missing > PART * translatable) {
      return t.of("trust.partly", translatable - missing, translatable);
    }
    if (state == State.REVIEWED) {
      int exceptions = overall.exceptions();
      return exceptions == 0 ? t.of("trust.reviewed") : t.of("trust.reviewed.except", exceptions);
    }
    long reviewed = progress.reviewed().sections();
    String words =
        reviewed == 0
            ? t.of("trust." + state.code())
            : t.of("trust.partly-reviewed", reviewed, translatable);
    return ShortText.joined(
        ", ",
        words,
        t.counted("trust.missing", missing),
        t.counted("trust.stale", overall.count(SectionNotice.STALE)));
  }

  /** Where the original is that is not here. */
  public OriginalSource origin() {
    return new OriginalSource(library, document.metadata(Side.ORIGINAL).provenance());
  }
}
