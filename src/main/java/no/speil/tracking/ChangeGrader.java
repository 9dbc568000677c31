package no.speil.tracking;

import static no.speil.tracking.ChangeClass.FACTS;
import static no.speil.tracking.ChangeClass.MARKUP;

/**
 * The class of a change between two Markdown texts, told from what their reader takes in: first the
 * text to the letter, then addresses and lists, then word by word. Every rule that is in doubt
 * answers with the graver class.
 */
final class ChangeGrader {
  private ChangeGrader() {}

  static ChangeClass grade(String older, String newer) {
    VisibleText before = VisibleText.of(older);
    VisibleText after = VisibleText.of(newer);
    if (before.isSameToTheLetter(after)) {
      return MARKUP;
    }
    if (!before.targets().equals(after.targets())
        || before.items() != after.items()
        || !before.code().equals(after.code())) {
      return FACTS;
    }
    ChangeClass seen =
        WordGrader.grade(TokenizedText.of(before.text()), TokenizedText.of(after.text()));
    ChangeClass struck =
        WordGrader.grade(TokenizedText.of(before.struck()), TokenizedText.of(after.struck()));
    return seen.or(struck).or(ChangeClass.TYPOGRAPHY);
  }
}
