package no.speil.search.query;

import java.util.ArrayList;
import java.util.List;
import no.speil.search.Notice;
import no.speil.search.Notice.Kind;

/** Gathers what is to be said about one search, each thing once. */
public final class Notices {
  private static final int MOST = 20;

  private final List<Notice> notices = new ArrayList<>();

  public void add(Kind kind, String... arguments) {
    Notice notice = Notice.of(kind, arguments);
    if (notices.size() < MOST && !notices.contains(notice)) {
      notices.add(notice);
    }
  }

  public List<Notice> toList() {
    return List.copyOf(notices);
  }
}
