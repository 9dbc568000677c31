package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.VisibleTextReader;

/** Runs all checks. Thread-safe if the reader and the dictionary are. */
public final class QaChecks {
  /** In characters; longer texts are not checked, which a warning says. */
  private static final int LONGEST = 60_000;

  private static final List<QaRule> OF_ONE_TEXT = List.of(new PairedMarks());
  private final VisibleTextReader reader;
  private final List<QaRule> ofBoth;
  private final Negations negations;

  public QaChecks(VisibleTextReader reader, BilingualDictionary dictionary) {
    this.reader = reader;
    this.negations = new Negations(dictionary);
    this.ofBoth =
        List.of(
            new Quantities(),
            new ProperNames(dictionary),
            new LinkTargets(),
            new LengthRatio(),
            new EndPunctuation(),
            new UntranslatedWords(dictionary),
            new EmphasisAndCode(),
            new BlockKinds(),
            new TypingSlips(),
            negations,
            new Modality(),
            new Opposites());
  }

  /** What agrees in both texts; empty if one of them is blank or very long. */
  public List<QaAgreement> agreements(SectionTexts texts) {
    if (texts.original().isBlank() || texts.translation().isBlank() || isTooLong(texts)) {
      return List.of();
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    return Stream.of(
            Quantities.agreement(checkedTexts),
            LinkTargets.linkAgreement(checkedTexts),
            LinkTargets.footnoteAgreement(checkedTexts),
            negations.agreement(checkedTexts),
            BlockKinds.agreement(checkedTexts))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isTooLong(SectionTexts texts) {
    return texts.original().length() > LONGEST || texts.translation().length() > LONGEST;
  }

  /** What may be wrong with the translation, or that it is too long to know; empty if blank. */
  public List<QaWarning> of(SectionTexts texts) {
    if (texts.translation().isBlank()) {
      return List.of();
    }
    if (isTooLong(texts)) {
      return List.of(new QaWarning(QaCheck.UNCHECKED, List.of()));
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    var found = new ArrayList<QaWarning>();
    if (!texts.original().isBlank()) {
      ofBoth.forEach(rule -> found.addAll(rule.find(checkedTexts)));
    }
    OF_ONE_TEXT.forEach(rule -> found.addAll(rule.find(checkedTexts)));
    return List.copyOf(found);
  }
}
