package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.VisibleTextReader;

/** Runs all checks. Thread-safe if the reader and the dictionary are. */
public final class QaChecks {
  /** In characters; longer texts are not checked. */
  private static final int LONGEST = 20_000;

  private static final List<QaRule> OF_ONE_TEXT = List.of(new PairedMarks());
  private final VisibleTextReader reader;
  private final List<QaRule> ofBoth;

  public QaChecks(VisibleTextReader reader, BilingualDictionary dictionary) {
    this.reader = reader;
    this.ofBoth =
        List.of(
            new Quantities(),
            new ProperNames(dictionary),
            new LinkTargets(),
            new LengthRatio(),
            new EndPunctuation(),
            new UntranslatedWords(dictionary),
            QaChecks::items,
            new Negations(),
            new Modality());
  }

  /** What agrees in both texts; empty if one of them is blank or very long. */
  public List<QaAgreement> agreements(SectionTexts texts) {
    if (texts.original().isBlank() || isLeftOut(texts)) {
      return List.of();
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    return Stream.of(
            Quantities.agreement(checkedTexts),
            LinkTargets.linkAgreement(checkedTexts),
            LinkTargets.footnoteAgreement(checkedTexts),
            Negations.agreement(checkedTexts))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isLeftOut(SectionTexts texts) {
    return texts.original().length() > LONGEST
        || texts.translation().length() > LONGEST
        || texts.translation().isBlank();
  }

  /** What may be wrong with the translation; empty if there is none, or a text is very long. */
  public List<QaWarning> of(SectionTexts texts) {
    if (isLeftOut(texts)) {
      return List.of();
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    var found = new ArrayList<QaWarning>();
    if (!texts.original().isBlank()) {
      ofBoth.forEach(rule -> found.addAll(rule.find(checkedTexts)));
    }
    OF_ONE_TEXT.forEach(rule -> found.addAll(rule.find(checkedTexts)));
    return List.copyOf(found);
  }

  /** Lists should have as many items in both texts. */
  private static List<QaWarning> items(CheckedTexts checkedTexts) {
    int inOriginal = checkedTexts.original().visible().items().size();
    int inTranslation = checkedTexts.translation().visible().items().size();
    return inOriginal == inTranslation
        ? List.of()
        : List.of(
            new QaWarning(
                QaCheck.ITEMS, List.of(String.valueOf(inOriginal), String.valueOf(inTranslation))));
  }
}
