package no.speil.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Asks servers for the same, one request at a time, in alternating rounds. Prints a table: what an
 * answer of each costs in processor time of its whole process, and how long it takes.
 */
final class SearchRounds {
  private static final int QUERIES = 60;
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 4;

  private final QuerySample norwegian;
  private final QuerySample english;
  private final List<Asked> servers = new ArrayList<>();
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  SearchRounds(QuerySample norwegian, QuerySample english) {
    this.norwegian = norwegian;
    this.english = english;
  }

  /**
   * Adds a server; the others are compared with the last one.
   *
   * @param path of a search, up to its query
   */
  void add(String name, ServerProcess server, String path) {
    servers.add(new Asked(name, server, new ApiClient(server.address(), ""), path));
  }

  private record Asked(String name, ServerProcess process, ApiClient client, String path) {
    void ask(String query) {
      HttpResponse<String> answer = client.get(path + ApiClient.encoded(query));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(name + ": " + query + ": " + answer.body());
      }
    }
  }

  /** What answers have taken. */
  private static final class Cost {
    private final List<Long> nanos = new ArrayList<>();
    private long processorNanos;

    double processorMillis() {
      return nanos.isEmpty() ? 0 : processorNanos / 1e6 / nanos.size();
    }

    Timings timings() {
      return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    void add(Cost other) {
      nanos.addAll(other.nanos);
      processorNanos += other.processorNanos;
    }
  }

  void print() {
    for (int i = 0; i < WARM_UP; i++) {
      round();
    }
    costs.clear();
    for (int i = 0; i < ROUNDS; i++) {
      round();
    }
    System.out.println(head());
    costs.forEach((kind, each) -> System.out.println(row(kind, each)));
    System.out.println(row("all", sum(kind -> true)));
    // Lucene's own fuzzy search costs more than all the others together.
    System.out.println(
        row("all but fuzzy", sum(kind -> !kind.endsWith(QuerySample.Kind.FUZZY.name()))));
  }

  private List<Cost> sum(Predicate<String> kinds) {
    List<Cost> sum = newCosts();
    costs.forEach(
        (kind, each) -> {
          for (int i = 0; i < each.size() && kinds.test(kind); i++) {
            sum.get(i).add(each.get(i));
          }
        });
    return sum;
  }

  /** Asks for what has not been asked for before, of each kind. */
  private void round() {
    for (QuerySample.Kind kind : QuerySample.Kind.values()) {
      ask("no " + kind, norwegian.queries(kind, QUERIES));
      ask("en " + kind, english.queries(kind, QUERIES));
    }
  }

  private List<Cost> newCosts() {
    return servers.stream().map(server -> new Cost()).toList();
  }

  private void ask(String kind, List<String> queries) {
    List<Cost> ofKind = costs.computeIfAbsent(kind, name -> newCosts());
    for (int i = 0; i < servers.size(); i++) {
      Asked server = servers.get(i);
      Cost cost = ofKind.get(i);
      long before = server.process().processorTime().toNanos();
      for (String query : queries) {
        long start = System.nanoTime();
        server.ask(query);
        cost.nanos.add(System.nanoTime() - start);
      }
      cost.processorNanos += server.process().processorTime().toNanos() - before;
    }
  }

  private String head() {
    var names = new StringBuilder("| search |");
    var line = new StringBuilder("|---|");
    for (Asked server : servers) {
      names.append(" %s: processor ms | times | median ms | 99 %% |".formatted(server.name()));
      line.append("---|---|---|---|");
    }
    return names + "\n" + line;
  }

  private static String row(String kind, List<Cost> costs) {
    double least = costs.getLast().processorMillis();
    var row = new StringBuilder("| " + kind + " |");
    for (Cost cost : costs) {
      row.append(
          String.format(
              Locale.ROOT,
              " %.2f | %.2f | %.1f | %.1f |",
              cost.processorMillis(),
              cost.processorMillis() / least,
              cost.timings().medianMillis(),
              cost.timings().at(.99)));
    }
    return row.toString();
  }
}
