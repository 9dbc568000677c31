package no.speil.web.inbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.Language;
import no.speil.corpus.Side;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.documents.DocumentChecks;
import no.speil.messages.Messages;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.status.Progress;
import no.speil.web.document.Meter;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ClaimLines;
import no.speil.web.section.RemainingWork;

/**
 * A text to work on, in words.
 *
 * @param claims of it and its parts
 */
public record WorkLine(Messages t, RemainingWork work, ClaimLines claims, Instant now) {
  private static final int LONGEST = 240;
  private static final int MOST_NAMES = 3;
  private static final int MOST_CHECKED = 100;

  public TaggedText title() {
    return TaggedText.title(work.document(), t.lang());
  }

  /** Where the person goes on. */
  public String href() {
    return SiteUrls.edit(work.at().id());
  }

  /** When the person was here; empty if never. */
  public String when() {
    Event last = work.last();
    return last == null ? "" : t.of("work.here", t.lately(last.at(), now));
  }

  /** The beginning of the section at which they go on. */
  public TaggedText words() {
    boolean isOriginal = !work.isReview() && !work.at().section().original().isEmpty();
    Side side = isOriginal ? Side.ORIGINAL : Side.TRANSLATION;
    String text =
        work.at().section().side(side).stream().map(Block::text).collect(Collectors.joining(" "));
    return new TaggedText(TaggedText.lang(work.document().file(side)), ShortText.of(text, LONGEST));
  }

  private Progress progress() {
    return work.document().progress();
  }

  private long all() {
    return progress().total().sections();
  }

  public Meter meter() {
    return new Meter(
        Meter.of(t, progress()).stretches(),
        ShortText.joined(
            " · ",
            work.isReview()
                ? t.of("work.reviewed", progress().reviewed().sections(), all())
                : t.of("work.done", all() - work.left().sections(), all()),
            t.of("work.left", work.left().words()),
            work.isReview() ? translators() : ""));
  }

  private Stream<EventSignature> translations() {
    return work.sections().stream()
        .flatMap(each -> Stream.ofNullable(each.sectionStatus().attribution().translated()));
  }

  private String translators() {
    List<String> names =
        translations().map(EventSignature::by).distinct().limit(MOST_NAMES).toList();
    return names.isEmpty() ? "" : t.of("work.translator", String.join(", ", names));
  }

  /** A text of which nothing is done is begun where it begins. */
  public String start() {
    return work.isReview()
        ? t.of("work.review")
        : t.of("work.start", progress().untranslated().sections() == all() ? 0 : work.number());
  }

  /**
   * How many checks fail of what is to be done, in words; empty if none does. Not said of so many
   * sections that a person would wait for it.
   */
  public String flaws() {
    var checks = new DocumentChecks(work.document());
    long flaws =
        work.sections().size() > MOST_CHECKED
            ? 0
            : work.sections().stream().mapToLong(each -> checks.open(each).size()).sum();
    return flaws == 0 ? "" : t.of("check.title", flaws);
  }

  /** How much is left, and what else helps to choose. */
  public String facts() {
    long left = work.left().sections();
    String sections =
        left == all() || work.isReview()
            ? t.of("work.sections", left)
            : t.of("work.missing", left, all());
    boolean nynorsk = work.document().metadata().language().equals(Language.NYNORSK);
    return ShortText.joined(
        " · ",
        sections,
        t.of("work.words", work.left().words()),
        nynorsk ? t.of("language.nn") : "",
        work.isReview()
            ? ShortText.joined(" · ", translators(), waited())
            : t.date(work.document().metadata().classification().date()));
  }

  private String waited() {
    return translations()
        .map(EventSignature::at)
        .min(Instant::compareTo)
        .map(at -> t.of("work.waited", ChronoUnit.DAYS.between(WorkDay.day(at), WorkDay.day(now))))
        .orElse("");
  }
}
