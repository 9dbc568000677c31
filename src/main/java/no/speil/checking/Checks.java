package no.speil.checking;

import java.util.List;
import java.util.stream.Stream;

/** Every check there is; thread-safe where the dictionary is. */
public final class Checks {
  /** Longer texts are no sections that somebody reads through. */
  private static final int LONGEST = 20_000;

  private static final List<Rule> OF_ONE_TEXT = List.of(new Enclosures());
  private final List<Rule> ofBoth;

  public Checks(Dictionary dictionary) {
    this.ofBoth =
        List.of(
            new Quantities(),
            new ProperNames(dictionary),
            new Targets(),
            new Footnotes(),
            new Lengths(),
            new Ends(),
            new Leftovers(dictionary),
            new Items());
  }

  /** What may be wrong with the translation; nothing where nothing is written. */
  public List<Finding> of(Texts texts) {
    boolean tooLong = texts.original().length() > LONGEST || texts.translation().length() > LONGEST;
    if (tooLong || texts.translation().isBlank()) {
      return List.of();
    }
    Pair pair = Pair.of(texts);
    List<Finding> ofOne = OF_ONE_TEXT.stream().flatMap(rule -> rule.find(pair).stream()).toList();
    if (texts.original().isBlank()) {
      return ofOne;
    }
    return Stream.concat(ofBoth.stream().flatMap(rule -> rule.find(pair).stream()), ofOne.stream())
        .toList();
  }
}
