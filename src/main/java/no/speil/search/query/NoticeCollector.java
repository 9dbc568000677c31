package no.speil.search.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;

/** Collects the notices of one search, each once. */
public final class NoticeCollector {
  private static final int MOST = 20;

  private final Set<SearchNotice> notices = new LinkedHashSet<>();

  public void add(Kind kind, String... arguments) {
    if (notices.size() < MOST) {
      notices.add(SearchNotice.of(kind, arguments));
    }
  }

  public List<SearchNotice> toList() {
    return List.copyOf(notices);
  }
}
