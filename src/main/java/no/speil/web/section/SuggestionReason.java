package no.speil.web.section;

import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.messages.Messages;
import no.speil.record.SuggestEvent;

/** Says in words why a text is a suggestion. */
public final class SuggestionReason {
  private SuggestionReason() {}

  /** Empty if somebody made it as one. */
  public static String of(Messages t, String reason) {
    return switch (reason) {
      case "conflict" -> t.of("suggestion.conflict");
      case SuggestEvent.OVERWRITTEN -> t.of("suggestion.overwritten");
      case "proposed" -> "";
      case SuggestEvent.MACHINE -> t.of("suggestion.machine");
      default ->
          Reason.parse(reason).map(known -> t.of("import.reason." + known.code())).orElse(reason);
    };
  }
}
