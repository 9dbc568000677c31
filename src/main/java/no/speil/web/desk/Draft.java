package no.speil.web.desk;

import java.util.Arrays;
import java.util.List;
import no.speil.tracking.Version;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.request.IfMatch;
import no.speil.web.request.WrongRequest;

/**
 * A text being written, as its form carries it from page to page until it is saved.
 *
 * @param seen the version of the section that it is written on
 * @param next where to go when it is saved; may be empty
 * @param kept the suggestions that refused saves of it were kept as
 */
record Draft(String text, Version seen, String next, List<String> kept) {
  Draft {
    kept = List.copyOf(kept);
  }

  static Draft of(Form form) {
    if (!form.has("markdown")) {
      throw new WrongRequest.BadRequest("The form has no text.");
    }
    return new Draft(
        form.get("markdown"),
        IfMatch.of(form),
        See.onward(form.get("next")),
        Arrays.stream(form.get("kept").split(" ", -1)).filter(id -> !id.isEmpty()).toList());
  }

  Draft saying(String other) {
    return new Draft(other, seen, next, kept);
  }
}
