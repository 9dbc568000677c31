package no.speil.web.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.speil.corpus.Coded;
import no.speil.corpus.State;
import no.speil.web.http.RequestException.BadRequest;
import org.jspecify.annotations.Nullable;

/** Parses the state in a request. */
public final class StateParam {
  private StateParam() {}

  public static State parse(@Nullable String code) {
    return Coded.parse(State.values(), code == null ? "" : code)
        .orElseThrow(() -> new BadRequest("“state” is one of " + all() + "."));
  }

  private static String all() {
    return Arrays.stream(State.values()).map(State::code).collect(Collectors.joining(", "));
  }
}
