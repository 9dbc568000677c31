package no.speil.web.edit;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.library.actions.EditBase;
import no.speil.library.aids.Insertion;
import no.speil.library.aids.InsertionFinder;
import no.speil.library.aids.MemoryMatch;
import no.speil.library.aids.TermSuggestion;
import no.speil.library.aids.TranslationAids;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveSection;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.qa.QaAgreement;
import no.speil.qa.QaWarning;
import no.speil.record.EventSignature;
import no.speil.status.CorrectionRule;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.status.grading.DiffPart.Op;
import no.speil.web.page.DocumentLinkResolver;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ChangeLines;
import no.speil.web.section.DiffExcerpt;
import no.speil.web.section.SectionNote;

/** What helps to write a section's translation, for a text as it is typed. */
public final class WritingAids {
  static final int MOST_MEMORIES = 5;
  private static final int LONGEST_LINE = 60;
  private static final String SOMETHING = "…";

  private final SiteContext site;
  private final Messages t;
  private final LiveSection place;
  private final DocumentChecks checks;
  private final String typed;
  private final String saved;
  private final List<QaWarning> warnings;

  /**
   * @param typed what is in the box
   */
  WritingAids(SiteContext site, Messages t, LiveSection place, String typed) {
    this.site = site;
    this.t = t;
    this.place = place;
    this.checks = new DocumentChecks(place.document());
    this.typed = typed;
    this.saved = saved(typed);
    this.warnings =
        saved.equals(older())
            ? checks.open(place.section()).stream().map(FailedCheck::warning).toList()
            : checks.typed(place.section(), saved);
  }

  private String saved(String text) {
    return aids().saved(place.document(), place.section(), text);
  }

  private TranslationAids aids() {
    return site.library().aids();
  }

  public List<MemoryMatch> memories() {
    return aids().remembered(place.section(), -1, MOST_MEMORIES);
  }

  /** How many sections have the same original and no translation. */
  public int repetitions() {
    return site.library().repetitions().of(place.section()).size();
  }

  public List<TermSuggestion> words() {
    return aids().words(place.section(), typed);
  }

  /** Whether the text should have a word and has not. */
  public boolean lacks(TermSuggestion word) {
    return word.isMissing() && !typed.isBlank();
  }

  /** What the checks say of the text as it will be saved; of a saved one, what is not dismissed. */
  public List<QaWarning> warnings() {
    return warnings;
  }

  /** What agrees, in words; empty if nothing was compared. */
  public String agreement() {
    return checks.agreements(place.section(), saved).stream()
        .map(this::agreement)
        .collect(Collectors.joining(" "));
  }

  private String agreement(QaAgreement agreement) {
    return switch (agreement.kind()) {
      case NUMBERS -> t.of("agrees.numbers", String.join(", ", agreement.words()));
      case LINKS -> t.of("agrees.links");
      case FOOTNOTES -> t.of("agrees.footnotes", CheckTexts.footnotes(agreement.words()));
      case NEGATION -> t.of("agrees.negation", String.join(", ", agreement.words()));
      case TABLE ->
          t.of(
              "agrees.table",
              Integer.valueOf(agreement.words().getFirst()),
              Integer.valueOf(agreement.words().getLast()));
    };
  }

  /** What fails in the text that is saved now, also what was dismissed. */
  public List<FailedCheck> failed() {
    return checks.of(place.section());
  }

  /** What the original has, also where the text has it too; with notes in words. */
  public List<Insertion> insertions() {
    return new InsertionFinder(place.document(), place.section(), typed, warnings)
        .find().stream().map(each -> each.noted(note(each.note()))).toList();
  }

  private String note(String written) {
    return written.isEmpty() ? "" : t.of("edit.insert.note", ShortText.of(written, LONGEST_LINE));
  }

  /** The text as readers will see it: safe HTML. */
  public String preview() {
    var links = new DocumentLinkResolver(t, site.library(), place.document().id(), "translations");
    return site.renderer().renderFragment(saved, links);
  }

  /** The text as it will be saved. */
  public String saved() {
    return saved;
  }

  /** How the text would change the one that is there; empty if it would not, or takes it out. */
  public List<DiffPart> changes() {
    List<DiffPart> diff = saved.isEmpty() ? List.of() : Change.diff(older(), saved);
    return diff.stream().allMatch(part -> part.op() == Op.EQUAL) ? List.of() : DiffExcerpt.of(diff);
  }

  private String older() {
    return place.section().markdown(Side.TRANSLATION);
  }

  /** Whose translation it stays, or becomes, in words; empty if nobody has translated it here. */
  public String credit() {
    EventSignature translated = place.section().sectionStatus().attribution().translated();
    return translated == null
        ? ""
        : CorrectionRule.isCorrection(older(), saved)
            ? t.of("edit.changes.correction", translated.by())
            : t.of("edit.changes.new");
  }

  /** How the saved text differs from the typed one, in words; empty if it does not. */
  public String savedAs() {
    if (!typed.isBlank()) {
      return savedAs(typed, saved);
    }
    return place.section().section().translation().isEmpty()
        ? savedAs(SOMETHING, saved(SOMETHING))
        : "";
  }

  private String savedAs(String text, String as) {
    if (Normalization.fold(text).equals(Normalization.fold(as))) { // other spaces are not seen
      return "";
    }
    List<String> lines = text.lines().map(Normalization::fold).toList();
    return as.lines()
        .filter(line -> !line.isBlank() && !lines.contains(Normalization.fold(line)))
        .findFirst()
        .map(line -> t.of("edit.saved-as", ShortText.of(line, LONGEST_LINE)))
        .orElse("");
  }

  /** How the original has changed since somebody began to write. */
  public SectionNote.Change changedSince(EditBase base) {
    String lang = TaggedText.lang(place.document().original());
    return aids()
        .changedSince(place.section(), base)
        .map(change -> ChangeLines.of(t, lang, change))
        .orElse(SectionNote.Change.NONE);
  }
}
