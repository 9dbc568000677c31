package no.speil.web.edit;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.library.aids.Insertion;
import no.speil.library.aids.MemoryMatch;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.aids.TranslationAids;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.qa.QaAgreement;
import no.speil.qa.QaWarning;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.DocumentLinkResolver;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.StatusBadge;
import no.speil.web.section.ViewMode;

/** Puts the aids for translating a section into words. */
final class AidViews {
  private static final int MOST_MEMORIES = 3;
  private static final int LONGEST_LINE = 60;
  private static final String SOMETHING = "…";

  private final SiteContext site;

  public AidViews(SiteContext site) {
    this.site = site;
  }

  /**
   * @param typed what is in the box
   * @param previewed whether to render a preview
   */
  AidView of(
      Messages t, LiveDocument document, TrackedSection section, String typed, boolean previewed) {
    TranslationAids aids = site.library().aids();
    String saved = aids.saved(document, section, typed);
    return new AidView(
        aids.remembered(section, MOST_MEMORIES).stream()
            .map(each -> memory(t, section, each))
            .toList(),
        aids.words(section, typed).stream().map(each -> word(each, typed)).toList(),
        checks(t, document, section, saved),
        offers(t, document, section, typed, saved),
        previewed ? preview(t, document, saved) : "",
        savedAs(t, document, section, typed, saved));
  }

  /** How the saved text differs from the typed one, in words; empty if it does not. */
  String savedAs(
      Messages t, LiveDocument document, TrackedSection section, String typed, String saved) {
    if (typed.isBlank()) {
      return section.section().translation().isEmpty()
          ? savedAs(t, SOMETHING, site.library().aids().saved(document, section, SOMETHING))
          : "";
    }
    return savedAs(t, typed, saved);
  }

  private static String savedAs(Messages t, String typed, String saved) {
    List<String> lines = typed.lines().map(String::strip).toList();
    return saved
        .lines()
        .filter(line -> !line.isBlank() && !lines.contains(line.strip()))
        .findFirst()
        .map(line -> t.of("edit.saved-as", ShortText.of(line, LONGEST_LINE)))
        .orElse("");
  }

  /**
   * @param saved the text as it will be saved
   */
  AidView.Checks checks(Messages t, LiveDocument document, TrackedSection section, String saved) {
    List<AidView.Warning> warnings = warnings(t, document, section, saved);
    String agreement =
        checks(document).agreements(section, saved).stream()
            .map(each -> agreement(t, each))
            .collect(Collectors.joining(" "));
    return new AidView.Checks(t.of("check.title", warnings.size()), warnings, agreement);
  }

  /**
   * @param saved the text as it will be saved
   */
  List<AidView.Warning> warnings(
      Messages t, LiveDocument document, TrackedSection section, String saved) {
    return checks(document).typed(section, saved).stream().map(each -> warning(t, each)).toList();
  }

  private DocumentChecks checks(LiveDocument document) {
    return site.library().documents().checks().in(document);
  }

  private static String agreement(Messages t, QaAgreement agreement) {
    return switch (agreement.kind()) {
      case NUMBERS -> t.of("agrees.numbers", String.join(", ", agreement.words()));
      case LINKS -> t.of("agrees.links");
      case FOOTNOTES -> t.of("agrees.footnotes", CheckTexts.footnotes(agreement.words()));
      case NEGATION -> t.of("agrees.negation", String.join(", ", agreement.words()));
    };
  }

  /**
   * @param typed what is in the box
   * @param saved the same as it will be saved
   */
  List<AidView.Offer> offers(
      Messages t, LiveDocument document, TrackedSection section, String typed, String saved) {
    List<QaWarning> warnings = checks(document).typed(section, saved);
    return site.library().aids().insertions(document, section, typed, warnings).stream()
        .map(each -> offer(t, each))
        .toList();
  }

  private static AidView.Offer offer(Messages t, Insertion insertion) {
    return new AidView.Offer(
        insertion.kind().code(),
        insertion.before(),
        insertion.words(),
        insertion.after(),
        insertion.note().isEmpty()
            ? ""
            : t.of("edit.insert.note", ShortText.of(insertion.note(), LONGEST_LINE)),
        insertion.missing());
  }

  /** The text as readers will see it. */
  String preview(Messages t, LiveDocument document, String saved) {
    var links = new DocumentLinkResolver(t, site.library(), document.id(), "translations");
    return site.renderer().renderFragment(saved, links);
  }

  private static AidView.Memory memory(
      Messages t, TrackedSection section, MemoryMatch memoryMatch) {
    TrackedSection other = memoryMatch.section();
    LiveDocument document = memoryMatch.document();
    List<DiffPart> diff =
        Change.diff(other.markdown(Side.ORIGINAL), section.markdown(Side.ORIGINAL));
    boolean same = diff.size() == 1 && memoryMatch.likeness() == 1;
    return new AidView.Memory(
        TaggedText.title(document, t.lang()),
        ReadingPosition.at(document, other.section().id(), ViewMode.SIDE).row(other.section().id()),
        same ? t.of("memory.same") : t.of("memory.like", memoryMatch.likeness()),
        StatusBadge.of(t, other.sectionStatus()),
        TaggedText.lang(document.original()),
        diff,
        other.markdown(Side.TRANSLATION));
  }

  private static AidView.Word word(TermSuggestion word, String typed) {
    boolean missing = word.isMissing() && !typed.isBlank();
    return new AidView.Word(
        word.norwegian(),
        word.norwegian().contains(" ") ? "" : SiteUrls.word(word.norwegian(), Side.ORIGINAL),
        String.join(", ", word.english()),
        word.note(),
        word.settled(),
        word.used(),
        missing);
  }

  private static AidView.Warning warning(Messages t, QaWarning qaWarning) {
    return new AidView.Warning(
        qaWarning.check().code(), qaWarning.words(), CheckTexts.message(t, qaWarning));
  }
}
