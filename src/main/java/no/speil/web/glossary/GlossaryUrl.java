package no.speil.web.glossary;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.library.glossary.GlossaryEntry;
import no.speil.library.glossary.GlossarySnapshot;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteUrls;

/**
 * The parameters of a glossary page's address.
 *
 * @param query part of a term or note that is wanted; empty for all
 * @param contradicting whether only entries that contradict each other are wanted
 * @param page from 1
 */
record GlossaryUrl(String query, boolean contradicting, int page) {
  /** Entries on a page. */
  static final int SIZE = 100;

  static final String PATH = "/glossary";

  static GlossaryUrl of(Context context) {
    return of(name -> QueryParams.text(context, name));
  }

  /** Of an address as {@link #href} makes it; of the whole glossary if it is another. */
  static GlossaryUrl in(String address) {
    String[] parts = address.split("\\?", 2);
    Map<String, String> fields = QueryParams.fields(parts.length > 1 ? parts[1] : "");
    return of(name -> fields.getOrDefault(name, ""));
  }

  private static GlossaryUrl of(UnaryOperator<String> field) {
    return new GlossaryUrl(
        field.apply("q").strip(),
        field.apply("only").equals("contradictions"),
        QueryParams.number(field.apply("page"), 1, 1, Integer.MAX_VALUE));
  }

  /** The page of the whole glossary that has the line of that number. */
  static GlossaryUrl at(GlossarySnapshot now, int line) {
    long before = now.entries().stream().filter(entry -> entry.line() < line).count();
    return new GlossaryUrl("", false, (int) (before / SIZE) + 1);
  }

  GlossaryUrl onPage(int other) {
    return new GlossaryUrl(query, contradicting, other);
  }

  /** The entries that are wanted, on all pages. */
  List<GlossaryEntry> select(
      List<GlossaryEntry> glossary, List<GlossaryContradiction> contradictions) {
    String wanted = GlossaryEntry.key(query);
    Set<GlossaryEntry> odd =
        contradictions.stream()
            .flatMap(each -> each.entries().stream())
            .collect(Collectors.toSet());
    return glossary.stream()
        .filter(entry -> !contradicting || odd.contains(entry))
        .filter(
            entry ->
                Stream.of(entry.norwegian(), entry.english(), entry.note())
                    .anyMatch(text -> GlossaryEntry.key(text).contains(wanted)))
        .toList();
  }

  String href() {
    String address = page > 1 ? "&page=" + page : "";
    if (contradicting) {
      address = "&only=contradictions" + address;
    }
    if (!query.isEmpty()) {
      address = "&q=" + SiteUrls.encode(query) + address;
    }
    return address.isEmpty() ? PATH : PATH + "?" + address.substring(1);
  }

  /** The same at the line of that number. */
  String href(int number) {
    return href() + "#line-" + number;
  }
}
