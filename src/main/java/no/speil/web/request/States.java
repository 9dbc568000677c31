package no.speil.web.request;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.speil.corpus.State;
import org.jspecify.annotations.Nullable;

/** Reads the state that a request names. */
public final class States {
  private States() {}

  public static State parse(@Nullable String code) {
    return State.parse(code == null ? "" : code)
        .orElseThrow(() -> new WrongRequest.BadRequest("“state” is one of " + all() + "."));
  }

  private static String all() {
    return Arrays.stream(State.values()).map(State::code).collect(Collectors.joining(", "));
  }
}
