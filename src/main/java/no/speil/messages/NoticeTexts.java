package no.speil.messages;

import java.util.List;
import java.util.Locale;
import no.speil.library.sync.Readiness;
import no.speil.search.SearchNotice;

/** Says a search's notices in a language. */
public final class NoticeTexts {
  private NoticeTexts() {}

  /** A notice that counts are incomplete while the archive is being indexed; else none. */
  public static List<String> ofCounts(Messages t, Readiness readiness) {
    return readiness.counted() ? List.of() : in(t, List.of(readiness.notice()));
  }

  public static List<String> in(Messages t, List<SearchNotice> notices) {
    return notices.stream()
        .map(
            notice ->
                t.of(
                    "notice." + notice.kind().name().toLowerCase(Locale.ROOT),
                    notice.arguments().toArray()))
        .toList();
  }
}
