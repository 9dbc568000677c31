package no.speil.web.section;

import java.util.Map;
import no.speil.corpus.Coded;
import no.speil.exchange.unit.ImportStep;
import no.speil.messages.Messages;
import no.speil.record.SuggestEvent.Reason;

/** Says in words why a text is a suggestion. */
public final class SuggestionReason {
  private static final Map<Reason, String> KEYS =
      Map.of(
          Reason.CONFLICT, "suggestion.conflict",
          Reason.OVERWRITTEN, "suggestion.overwritten",
          Reason.MACHINE, "suggestion.machine");

  private SuggestionReason() {}

  /** Empty if somebody made it as one. */
  public static String of(Messages t, Reason reason) {
    if (reason.equals(Reason.PROPOSED)) {
      return "";
    }
    String key = KEYS.get(reason);
    return key != null
        ? t.of(key)
        : Coded.parse(ImportStep.Reason.values(), reason.ofImport())
            .map(known -> t.of("import.reason." + known.code()))
            .orElse(reason.code());
  }
}
