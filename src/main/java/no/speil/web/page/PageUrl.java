package no.speil.web.page;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.speil.web.http.QueryParams;
import org.jspecify.annotations.Nullable;

/**
 * An address of this server: a path and named values in a fixed order; immutable, with variations.
 * Empty values, and the first page, are left out.
 */
public record PageUrl(String path, Map<String, String> values) {
  public PageUrl {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static PageUrl at(String path) {
    return new PageUrl(path, Map.of());
  }

  /** The values of these names as they are asked for, in this order. */
  public static PageUrl of(Context context, String path, List<String> names) {
    return of(path, names, name -> QueryParams.text(context, name));
  }

  /** The same of a written address; other names and the fragment are dropped. */
  public static PageUrl parse(String address, List<String> names) {
    String[] parts = address.split("#", 2)[0].split("\\?", 2);
    Map<String, String> fields = QueryParams.fields(parts.length > 1 ? parts[1] : "");
    return of(parts[0], names, name -> fields.getOrDefault(name, ""));
  }

  private static PageUrl of(String path, List<String> names, UnaryOperator<String> value) {
    var values = new LinkedHashMap<String, String>();
    names.forEach(name -> values.put(name, value.apply(name).strip()));
    return new PageUrl(path, values);
  }

  /** Empty if there is none. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** From 1. */
  public int page(int most) {
    return QueryParams.number(get("page"), 1, 1, most);
  }

  /** With a value in the place of its name; a new name comes last. */
  public PageUrl with(String name, @Nullable Object value) {
    var changed = new LinkedHashMap<>(values);
    changed.put(name, value == null ? "" : value.toString());
    return new PageUrl(path, changed);
  }

  public PageUrl onPage(int page) {
    return with("page", page == 1 ? "" : page);
  }

  public String href() {
    String query =
        values.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + SiteUrls.encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }
}
