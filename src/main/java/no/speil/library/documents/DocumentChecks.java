package no.speil.library.documents;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleTextReader;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.qa.QaAgreement;
import no.speil.qa.QaChecks;
import no.speil.qa.QaWarning;
import no.speil.qa.SectionTexts;
import no.speil.record.CheckEvent;
import no.speil.record.CheckVerdict;
import no.speil.record.TextSnapshot;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one document's sections. The dictionary is the one of the program, not what an
 * archive has taught: so the same two texts fail the same checks until one of them changes.
 */
public final class DocumentChecks {
  private static final VisibleTextReader READER = new VisibleMarkdownReader();
  private static final QaChecks CHECKS =
      new QaChecks(READER, word -> BuiltInDictionary.get().english(word));

  private final Set<String> notes;

  public DocumentChecks(LiveDocument document) {
    this.notes = notes(document.blocks(Side.TRANSLATION));
  }

  /** The failed checks of a section's texts as they are saved. */
  public List<FailedCheck> of(TrackedSection section) {
    if (section.section().translation().isEmpty()) {
      return List.of();
    }
    return CHECKS.of(texts(section, section.markdown(Side.TRANSLATION))).stream()
        .map(warning -> failed(section, warning))
        .toList();
  }

  /** The same without those that somebody has dismissed. */
  public List<FailedCheck> open(TrackedSection section) {
    return of(section).stream().filter(each -> !each.isDismissed()).toList();
  }

  /** What may be wrong with a text that is typed as the section's translation. */
  public List<QaWarning> typed(TrackedSection section, String translation) {
    return CHECKS.typed(texts(section, translation));
  }

  /** What agrees in a text and the section's original. */
  public List<QaAgreement> agreements(TrackedSection section, String translation) {
    return CHECKS.agreements(texts(section, translation));
  }

  private static FailedCheck failed(TrackedSection section, QaWarning warning) {
    var finding = new CheckVerdict(warning.check().code(), warning.words(), null);
    return new FailedCheck(warning, section.dismissal(finding).orElse(null));
  }

  private SectionTexts texts(TrackedSection section, String translation) {
    return new SectionTexts(
        section.markdown(Side.ORIGINAL),
        translation,
        TextRole.of(section.section().original()),
        notes);
  }

  /** The labels of the footnotes that the translation has. */
  private static Set<String> notes(List<Block> translation) {
    String footnotes =
        TextSnapshot.markdown(
            translation.stream().filter(block -> block.kind() == BlockKind.FOOTNOTE).toList());
    return READER.read(footnotes, TextRole.BODY).targets().stream()
        .filter(VisibleText.FootnoteLabel.class::isInstance)
        .map(label -> ((VisibleText.FootnoteLabel) label).label())
        .collect(Collectors.toSet());
  }

  /**
   * A failed check of a section's translation as it is saved.
   *
   * @param dismissal by which somebody has said that it is no error; null if nobody has
   */
  public record FailedCheck(QaWarning warning, @Nullable CheckEvent dismissal) {
    public boolean isDismissed() {
      return dismissal != null;
    }

    /** The code of the check; at most one failed check of a section has it. */
    public String code() {
      return warning.check().code();
    }
  }
}
