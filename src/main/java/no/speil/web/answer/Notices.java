package no.speil.web.answer;

import java.util.List;
import java.util.Locale;
import no.speil.search.Notice;
import no.speil.web.view.Messages;

/** Says a search's notices in a language. */
public final class Notices {
  private Notices() {}

  public static List<String> in(Messages t, List<Notice> notices) {
    return notices.stream()
        .map(
            notice ->
                t.of(
                    "notice." + notice.kind().name().toLowerCase(Locale.ROOT),
                    notice.arguments().toArray()))
        .toList();
  }
}
