package no.speil.library.documents;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.speil.library.documents.ArchiveStatistics.Count;

/** Counts documents by year and by kind as they come and go; telling costs what is told. */
final class StatisticsTally {
  private static final int MOST_YEARS = 300;
  private static final int MOST_KINDS = 12;

  private final Ranking years = new Ranking(Comparator.comparing(Count::value).reversed());
  private final Ranking kinds =
      new Ranking(Comparator.comparingInt(Count::documents).reversed().thenComparing(Count::value));

  /** Values with their counts, in an order that is kept. */
  private static final class Ranking {
    private final Map<String, Count> byValue = new HashMap<>();
    private final TreeSet<Count> ranked;

    Ranking(Comparator<Count> order) {
      this.ranked = new TreeSet<>(order);
    }

    void add(String value, int documents) {
      if (value.isEmpty()) {
        return;
      }
      Count before = byValue.remove(value);
      if (before != null) {
        ranked.remove(before);
      }
      var now = new Count(value, documents + (before == null ? 0 : before.documents()));
      if (now.documents() > 0) {
        byValue.put(value, now);
        ranked.add(now);
      }
    }

    List<Count> first(int most) {
      return ranked.stream().limit(most).toList();
    }
  }

  /**
   * @param sign 1 for a document that has come, -1 for one that has gone
   */
  void count(CatalogueEntry entry, int sign) {
    years.add(year(entry.date()), sign);
    kinds.add(entry.kind(), sign);
  }

  ArchiveStatistics holdings() {
    return new ArchiveStatistics(years.first(MOST_YEARS), kinds.first(MOST_KINDS));
  }

  private static String year(String date) {
    return date.matches("\\d{4}(-\\d\\d){0,2}") ? date.substring(0, 4) : "";
  }
}
