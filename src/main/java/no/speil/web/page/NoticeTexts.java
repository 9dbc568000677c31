package no.speil.web.page;

import java.util.List;
import java.util.Locale;
import no.speil.search.SearchNotice;
import no.speil.web.view.Messages;

/** Says a search's notices in a language. */
public final class NoticeTexts {
  private NoticeTexts() {}

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
