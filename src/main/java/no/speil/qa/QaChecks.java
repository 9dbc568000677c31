package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.VisibleTextReader;
import no.speil.qa.QaAgreement.Kind;

/** Runs all checks. Thread-safe if the reader and the dictionary are. */
public final class QaChecks {
  /** In characters; longer texts are not checked, which a warning says. */
  private static final int LONGEST = 200_000;

  /** The same for texts that are typed, whose writer waits for the answer. */
  private static final int LONGEST_TYPED = 60_000;

  private final VisibleTextReader reader;
  private final List<QaRule> ofBoth;
  private final Negations negations;

  /**
   * @param dictionary the English words, in lower case, for a Norwegian word in lower case; none
   *     for a word that it lacks
   */
  public QaChecks(VisibleTextReader reader, Function<String, Set<String>> dictionary) {
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
    if (texts.original().isBlank()
        || texts.translation().isBlank()
        || isLonger(texts, LONGEST_TYPED)) {
      return List.of();
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    return Stream.of(
            new QaAgreement(Kind.NUMBERS, Quantities.agreed(checkedTexts)),
            new QaAgreement(Kind.LINKS, LinkTargets.agreedLinks(checkedTexts)),
            new QaAgreement(Kind.FOOTNOTES, LinkTargets.agreedFootnotes(checkedTexts)),
            new QaAgreement(Kind.NEGATION, negations.agreed(checkedTexts)),
            new QaAgreement(Kind.TABLE, BlockKinds.agreed(checkedTexts)))
        .filter(each -> !each.words().isEmpty())
        .toList();
  }

  private static boolean isLonger(SectionTexts texts, int most) {
    return texts.original().length() > most || texts.translation().length() > most;
  }

  /** The same as {@link #of}, or that it is not known before the text is saved. */
  public List<QaWarning> typed(SectionTexts texts) {
    boolean waits = isLonger(texts, LONGEST_TYPED) && !isLonger(texts, LONGEST);
    return waits && !texts.translation().isBlank()
        ? List.of(new QaWarning(QaCheck.UNCHECKED_YET, List.of()))
        : of(texts);
  }

  /** What may be wrong with the translation, or that it is too long to know; empty if blank. */
  public List<QaWarning> of(SectionTexts texts) {
    if (texts.translation().isBlank()) {
      return List.of();
    }
    if (isLonger(texts, LONGEST)) {
      return List.of(new QaWarning(QaCheck.UNCHECKED, List.of()));
    }
    CheckedTexts checkedTexts = CheckedTexts.of(texts, reader);
    var found = new ArrayList<QaWarning>();
    if (!texts.original().isBlank()) {
      ofBoth.forEach(rule -> found.addAll(rule.find(checkedTexts)));
    }
    found.addAll(new PairedMarks().find(checkedTexts));
    return List.copyOf(found);
  }
}
