package no.speil.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;

/** A search as it stands in an address: read from one, and turned into others that differ. */
record SearchAddress(
    String query, int page, int size, Sort sort, Group group, Filters filters, boolean expand) {
  private static final int SIZE = 20;
  private static final int LARGEST = 1_000;
  private static final Set<String> OWN =
      Set.of("q", "page", "size", "sort", "group", "expand", "lang");

  /** Values wanted of each facet, in the order of the address. */
  record Filters(Map<String, List<String>> values) {
    boolean has(String facet, String value) {
      return values.getOrDefault(facet, List.of()).contains(value);
    }

    private Filters toggled(String facet, String value) {
      var all = new LinkedHashMap<>(values);
      var chosen = new ArrayList<>(all.getOrDefault(facet, List.of()));
      if (!chosen.remove(value)) {
        chosen.add(value);
      }
      all.put(facet, chosen);
      return new Filters(all);
    }
  }

  static SearchAddress of(Context context) {
    var filters = new LinkedHashMap<String, List<String>>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              List<String> wanted = values.stream().filter(value -> !value.isBlank()).toList();
              if (!OWN.contains(name) && !wanted.isEmpty()) {
                filters.put(name, wanted);
              }
            });
    return new SearchAddress(
        Query.text(context, "q").strip(),
        Query.number(context, "page", 1, 1, 100_000),
        Query.number(context, "size", SIZE, 1, LARGEST),
        sort(Query.text(context, "sort")),
        Query.text(context, "group").equals("document") ? Group.DOCUMENT : Group.SECTION,
        new Filters(filters),
        !Query.text(context, "expand").equals("false"));
  }

  private static Sort sort(String code) {
    return switch (code) {
      case "date" -> Sort.DATE;
      case "work" -> Sort.WORK;
      default -> Sort.RELEVANCE;
    };
  }

  boolean isEmpty() {
    return query.isEmpty() && filters.values().isEmpty();
  }

  SearchRequest request() {
    return new SearchRequest(query, page, size, sort, group, filters.values(), expand);
  }

  SearchAddress onPage(int other) {
    return new SearchAddress(query, other, size, sort, group, filters, expand);
  }

  /** With as many results on a page as there can be. */
  SearchAddress atOnce() {
    return new SearchAddress(query, 1, LARGEST, sort, group, filters, expand);
  }

  SearchAddress sorted(Sort other) {
    return new SearchAddress(query, 1, size, other, group, filters, expand);
  }

  SearchAddress grouped(Group other) {
    return new SearchAddress(query, 1, size, sort, other, filters, expand);
  }

  SearchAddress toggled(String facet, String value) {
    return new SearchAddress(query, 1, size, sort, group, filters.toggled(facet, value), expand);
  }

  SearchAddress asking(String other) {
    return new SearchAddress(other, 1, size, sort, group, filters, expand);
  }

  String href() {
    var fields = new ArrayList<String>();
    fields.add("q=" + Addresses.encode(query));
    kept().forEach((name, values) -> values.forEach(value -> add(fields, name, value)));
    if (page > 1) {
      add(fields, "page", String.valueOf(page));
    }
    return "/search?" + String.join("&", fields);
  }

  /** What stays when the query is changed: all but query and page. */
  Map<String, List<String>> kept() {
    var kept = new LinkedHashMap<>(filters.values());
    if (size != SIZE) {
      kept.put("size", List.of(String.valueOf(size)));
    }
    if (sort != Sort.RELEVANCE) {
      kept.put("sort", List.of(sort.name().toLowerCase(Locale.ROOT)));
    }
    if (group != Group.SECTION) {
      kept.put("group", List.of(group.name().toLowerCase(Locale.ROOT)));
    }
    if (!expand) {
      kept.put("expand", List.of("false"));
    }
    return kept;
  }

  private static void add(List<String> fields, String name, String value) {
    fields.add(Addresses.encode(name) + "=" + Addresses.encode(value));
  }
}
