package no.speil.messages;

import static no.speil.qa.QaCheck.BLOCKS;
import static no.speil.qa.QaCheck.END;
import static no.speil.qa.QaCheck.ITEMS;
import static no.speil.qa.QaCheck.KIND;
import static no.speil.qa.QaCheck.MODALITY_OTHER;
import static no.speil.qa.QaCheck.OPPOSITE;
import static no.speil.qa.QaCheck.TABLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Coded;
import no.speil.qa.QaCheck;
import no.speil.qa.QaWarning;
import no.speil.record.CheckVerdict;

/** Puts failed checks into words. */
public final class CheckTexts {
  /** Checks that say two things; a record may lack them. */
  private static final Set<QaCheck> OF_TWO =
      Set.of(END, ITEMS, KIND, BLOCKS, TABLE, MODALITY_OTHER, OPPOSITE);

  private CheckTexts() {}

  public static String message(Messages t, QaWarning warning) {
    return message(t, warning.check(), warning.words());
  }

  /** What the check said that the verdict is on; its code if this program has no such check. */
  public static String finding(Messages t, CheckVerdict verdict) {
    return Coded.parse(QaCheck.values(), verdict.code())
        .filter(check -> !OF_TWO.contains(check) || !verdict.words().isEmpty())
        .map(check -> message(t, check, verdict.words()))
        .orElse(verdict.code());
  }

  /** Labels of footnotes as they are typed. */
  public static String footnotes(List<String> labels) {
    return labels.stream().map(label -> "[^" + label + "]").collect(Collectors.joining(", "));
  }

  private static String message(Messages t, QaCheck check, List<String> words) {
    String key = "check." + check.code();
    return switch (check) {
      case FOOTNOTE_MISSING -> t.of(key, footnotes(words));
      case END -> t.of(key, sign(t, words.getFirst()), sign(t, words.getLast()));
      case KIND -> t.of(key, kinds(t, words.getFirst()), kinds(t, words.getLast()));
      case ITEMS, BLOCKS, TABLE, MODALITY_OTHER, OPPOSITE ->
          t.of(key, words.getFirst(), words.getLast());
      default -> t.of(key, String.join(", ", words));
    };
  }

  private static String kinds(Messages t, String codes) {
    return Stream.of(codes.split(",", -1))
        .map(code -> Coded.parse(BlockKind.values(), code))
        .flatMap(Optional::stream)
        .map(kind -> t.of("block." + kind.code()))
        .collect(Collectors.joining(", "));
  }

  private static String sign(Messages t, String sign) {
    return sign.isEmpty() ? t.of("check.no-sign") : sign;
  }
}
