package no.speil.qa;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where one text says the contrary of the other: "minst" and "at most". */
final class Opposites implements QaRule {
  /** Each with its contrary. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair(
              new Sense("minst|minimum", "", "at least|minimum", "no (?:less|fewer) than"),
              new Sense(
                  "høyst|høgst|maksimalt|inntil|opptil|opp til",
                  "maks|maksimum",
                  "at most|up to|no more than|maximum",
                  "at the most|not more than|limit")),
          new Pair(
              new Sense(
                  "før",
                  "innen|inntil|fram til|frem til|tidligere|tidlegare",
                  "before|prior to",
                  "by|until|till|within|ahead|earlier|previously|former|pre"),
              new Sense(
                  "etter",
                  "siden|sidan|fra|frå",
                  "after",
                  "following|since|from|post|later|once|when|as|subsequent")),
          new Pair(
              new Sense(
                  "øke|øker|økte|økt|økning|auke|auka|aukar",
                  "stige|stiger|vekst",
                  "increase|increases|increased|increasing",
                  "rise|rises|rose|raise|raised|grow|growth|more"),
              new Sense(
                  "redusere|reduserer|reduserte|redusert|reduksjon",
                  "minske|minker|senke|mindre|færre",
                  "reduce|reduces|reduced|reducing|reduction|decrease|decreased",
                  "lower|lowered|fall|fell|less|fewer|cut")));

  /**
   * The words, of phrases the first, without which an original says nothing that has a contrary.
   */
  private static final Set<String> SAID =
      PAIRS.stream()
          .flatMap(pair -> Stream.of(pair.one(), pair.other()))
          .flatMap(sense -> Stream.of(sense.said().pattern().split(" ?[(?:|)]+", -1)))
          .map(each -> each.split(" ", -1)[0])
          .collect(Collectors.toSet());

  /** Two senses that exclude each other. */
  private record Pair(Sense one, Sense other) {}

  /** The words that surely have a sense, and those that may have it, in both languages. */
  private record Sense(Pattern said, Pattern maySay, Pattern english, Pattern mayBeEnglish) {
    Sense(String said, String maySay, String english, String mayBeEnglish) {
      this(
          words(said),
          words(said + "|" + maySay),
          words(english),
          words(english + "|" + mayBeEnglish));
    }

    private static Pattern words(String words) {
      return Pattern.compile(" (?:" + words + ") ");
    }
  }

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    if (checkedTexts.original().words().stream().noneMatch(word -> SAID.contains(word.word()))) {
      return List.of();
    }
    String original = text(checkedTexts.original());
    String translation = text(checkedTexts.translation());
    return PAIRS.stream()
        .flatMap(
            pair ->
                Stream.of(
                    turned(original, pair.one(), pair.other(), translation),
                    turned(original, pair.other(), pair.one(), translation)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<QaWarning> turned(
      String original, Sense sense, Sense contrary, String translation) {
    Matcher here = sense.said().matcher(original);
    Matcher there = contrary.english().matcher(translation);
    return here.find()
            && there.find()
            && !contrary.maySay().matcher(original).find()
            && !sense.mayBeEnglish().matcher(translation).find()
        ? Optional.of(
            new QaWarning(QaCheck.OPPOSITE, List.of(here.group().strip(), there.group().strip())))
        : Optional.empty();
  }

  private static String text(CheckedTexts.Text text) {
    return text.words().stream()
        .map(CheckedTexts.Word::word)
        .collect(Collectors.joining(" ", " ", " "));
  }
}
