package no.speil.qa;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.VisibleTextReader;

/** Every check there is; thread-safe where reader and dictionary are. */
public final class QaChecks {
  /** Longer texts are no sections that somebody reads through. */
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
            new FootnoteCalls(),
            new LengthRatio(),
            new EndPunctuation(),
            new UntranslatedWords(dictionary),
            new ListItems(),
            new Negations(),
            new Modality());
  }

  /** What may be wrong with the translation; nothing where nothing is written. */
  public List<QaWarning> of(SectionTexts texts) {
    boolean tooLong = texts.original().length() > LONGEST || texts.translation().length() > LONGEST;
    if (tooLong || texts.translation().isBlank()) {
      return List.of();
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    List<QaWarning> ofOne =
        OF_ONE_TEXT.stream().flatMap(rule -> rule.find(checkedTexts).stream()).toList();
    if (texts.original().isBlank()) {
      return ofOne;
    }
    return Stream.concat(
            ofBoth.stream().flatMap(rule -> rule.find(checkedTexts).stream()), ofOne.stream())
        .toList();
  }
}
