package no.speil.web.read;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Metadata;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.Progress;
import no.speil.web.document.AuthorNames;
import no.speil.web.document.KindLabels;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.ShortText;
import no.speil.web.page.TaggedText;
import no.speil.web.section.OverallState;
import no.speil.web.section.SectionNotice;

/**
 * What stands above a text: who wrote it, when, and how far the translation can be trusted.
 *
 * @param side whose title comes first
 */
public record DocumentHead(
    Library library, Messages t, LiveDocument document, OverallState overall, Side side) {
  /** From this share of untranslated sections on, a translation is called a part. */
  private static final double PART = 0.2;

  public TaggedText title() {
    return TaggedText.title(document, side);
  }

  /** In the other language; empty if it is the same, or if there is none. */
  public TaggedText otherTitle() {
    TaggedText other = TaggedText.title(document, side.other());
    return other.text().equals(title().text()) ? TaggedText.NONE : other;
  }

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

  /** The authors as one side names them, else as the other does, else the publisher; or empty. */
  public String by() {
    Metadata told = document.metadata(side);
    Metadata other = document.metadata(side.other());
    return Stream.of(
            AuthorNames.in(t, told.credits().authors()),
            AuthorNames.in(t, other.credits().authors()),
            told.credits().publisher(),
            other.credits().publisher())
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Date, kind and state of the translation, in words. */
  public List<TaggedText> byline() {
    Metadata told = document.metadata(side);
    Metadata other = document.metadata(side.other());
    String date = told.classification().date();
    Side named = told.classification().kind().isEmpty() ? side.other() : side;
    String kind = document.metadata(named).classification().kind();
    return Stream.of(
            new TaggedText("", t.date(date.isEmpty() ? other.classification().date() : date)),
            KindLabels.of(t, kind, TaggedText.lang(document.file(named))),
            new TaggedText("", document.originalElsewhere() ? "" : trust(t, document, overall)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Where the original is that is not here. */
  public OriginalSource origin() {
    return new OriginalSource(library, document.metadata(Side.ORIGINAL).provenance());
  }
}
