package no.speil.web.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Metadata;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.web.document.AuthorNames;
import no.speil.web.document.DocumentView.EnglishText;
import no.speil.web.document.DocumentView.Head;
import no.speil.web.document.DocumentView.Source;
import no.speil.web.document.KindLabels;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.TaggedText;
import no.speil.web.section.OverallState;
import no.speil.web.section.SectionMark;

/** Says above a text what it is: who wrote it, when, and how far the translation can be trusted. */
record DocumentHead(Library library, Messages t, LiveDocument document, OverallState overall) {
  /** From this share of untranslated sections on, a translation is called a part. */
  private static final double PART = 0.2;

  /**
   * The head with the title of one side first.
   *
   * @param wanted the side that one reads; the other where there is no such text
   */
  Head of(Side wanted) {
    Side side = document.file(wanted) == null ? wanted.other() : wanted;
    TaggedText title = TaggedText.title(document, side);
    TaggedText other = TaggedText.title(document, side.other());
    var notices = new ArrayList<String>();
    if (document.isInConflict()) {
      notices.add(t.of("merge.document"));
    }
    return new Head(
        title,
        other.text().equals(title.text()) ? TaggedText.NONE : other,
        by(side),
        byline(side),
        notices,
        document.originalElsewhere() ? source() : Source.HERE);
  }

  /** How far the translation can be trusted, in a few words. */
  static String trust(Messages t, OverallState overall) {
    State state = overall.state();
    int missing = overall.translatable() - overall.translated();
    if (state == State.UNTRANSLATED) {
      return t.of("trust.untranslated");
    }
    if (missing > PART * overall.translatable()) {
      return t.of("trust.partly", overall.translated(), overall.translatable());
    }
    if (state == State.REVIEWED) {
      int exceptions = overall.exceptions();
      return exceptions == 0 ? t.of("trust.reviewed") : t.of("trust.reviewed.except", exceptions);
    }
    int reviewed = overall.reviewed();
    String words =
        reviewed == 0
            ? t.of("trust." + state.code())
            : t.of("trust.partly-reviewed", reviewed, overall.translatable());
    return Stream.of(
            words,
            counted(t, "trust.missing", missing),
            counted(t, "trust.changed", overall.count(SectionMark.CHANGED)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(Messages t, String key, int count) {
    return count == 0 ? "" : t.of(key, count);
  }

  /** The authors as one side names them, else as the other does, else the publisher. */
  private String by(Side side) {
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

  private List<TaggedText> byline(Side side) {
    Metadata told = document.metadata(side);
    Metadata other = document.metadata(side.other());
    String date = told.classification().date();
    String kind = told.classification().kind();
    Side named = kind.isEmpty() ? side.other() : side;
    return Stream.of(
            new TaggedText("", t.date(date.isEmpty() ? other.classification().date() : date)),
            KindLabels.of(
                t,
                kind.isEmpty() ? other.classification().kind() : kind,
                TaggedText.lang(document.file(named))),
            new TaggedText("", document.originalElsewhere() ? "" : trust(t, overall)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private Source source() {
    Metadata original = document.metadata(Side.ORIGINAL);
    var origin = new OriginalSource(library, original.provenance());
    return new Source(
        origin.address(),
        origin.before(t),
        origin.site(),
        origin.answer(t, original.provenance().source()),
        published(original),
        english(original),
        t.of("source." + overall.state().code()));
  }

  private String published(Metadata original) {
    String publisher = original.credits().publisher();
    String date = t.date(original.classification().date());
    if (publisher.isEmpty()) {
      return "";
    }
    return date.isEmpty()
        ? t.of("source.published", publisher)
        : t.of("source.published.date", publisher, date);
  }

  private EnglishText english(Metadata original) {
    if (document.translation() == null) {
      return EnglishText.NONE;
    }
    Metadata english = document.metadata(Side.TRANSLATION);
    String address = english.provenance().source();
    boolean leads =
        OriginalSource.isWeb(address) && !address.equals(original.provenance().source());
    return new EnglishText(english.credits().publisher(), leads ? address : "");
  }
}
