package no.speil.web.section;

import java.util.Set;
import no.speil.corpus.Coded;
import no.speil.exchange.unit.ImportStep;
import no.speil.messages.Messages;
import no.speil.record.SuggestEvent.Reason;

/** Says in words why a text is a suggestion. */
public final class SuggestionReason {
  private static final Set<Reason> EXPLAINED =
      Set.of(Reason.CONFLICT, Reason.OVERWRITTEN, Reason.MACHINE);

  private SuggestionReason() {}

  /** Empty if somebody made it as one. */
  public static String of(Messages t, Reason reason) {
    if (reason.equals(Reason.PROPOSED)) {
      return "";
    }
    return EXPLAINED.contains(reason)
        ? t.of("suggestion." + reason.code())
        : Coded.parse(ImportStep.Reason.values(), reason.ofImport())
            .map(known -> t.of("import.reason." + known.code()))
            .orElse(reason.code());
  }
}
