package no.speil.search.query;

import java.util.ArrayList;
import java.util.List;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;

/** Collects the notices of one search, each once. */
public final class NoticeCollector {
  private static final int MOST = 20;

  private final List<SearchNotice> notices = new ArrayList<>();

  public void add(Kind kind, String... arguments) {
    SearchNotice notice = SearchNotice.of(kind, arguments);
    if (notices.size() < MOST && !notices.contains(notice)) {
      notices.add(notice);
    }
  }

  public List<SearchNotice> toList() {
    return List.copyOf(notices);
  }
}
