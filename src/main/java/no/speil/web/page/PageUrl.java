package no.speil.web.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.speil.web.http.QueryParams;
import org.jspecify.annotations.Nullable;

/**
 * An address of this server: a path and named values in a fixed order; immutable, with variations.
 * Names without a value, and the first page, are left out.
 */
public record PageUrl(String path, Map<String, List<String>> values) {
  public PageUrl {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static PageUrl at(String path) {
    return new PageUrl(path, Map.of());
  }

  /** The first values of these names as they are asked for, in this order. */
  public static PageUrl of(Context context, String path, List<String> names) {
    return of(path, names, name -> QueryParams.text(context, name));
  }

  /** The same of a written address; other names and the fragment are dropped. */
  public static PageUrl parse(String address, List<String> names) {
    String[] parts = address.split("#", 2)[0].split("\\?", 2);
    Map<String, List<String>> fields = QueryParams.fields(parts.length > 1 ? parts[1] : "");
    return of(parts[0], names, name -> fields.getOrDefault(name, List.of("")).getFirst());
  }

  private static PageUrl of(String path, List<String> names, Function<String, String> value) {
    PageUrl url = at(path);
    for (String name : names) {
      url = url.with(name, value.apply(name).strip());
    }
    return url;
  }

  /** The same values at another path. */
  public PageUrl to(String other) {
    return new PageUrl(other, values);
  }

  /** The first value; empty if there is none. */
  public String get(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** From 1. */
  public int page(int most) {
    return QueryParams.number(get("page"), 1, 1, most);
  }

  /** With a value in the place of its name, none if it is empty; a new name comes last. */
  public PageUrl with(String name, @Nullable Object value) {
    String written = value == null ? "" : value.toString();
    return withAll(name, written.isEmpty() ? List.of() : List.of(written));
  }

  /** The same with several values, which may be empty texts. */
  public PageUrl withAll(String name, List<String> several) {
    var changed = new LinkedHashMap<>(values);
    changed.put(name, List.copyOf(several));
    return new PageUrl(path, changed);
  }

  /** With a value added to those of its name, or taken away where it is one of them. */
  public PageUrl toggled(String name, String value) {
    var several = new ArrayList<>(all(name));
    if (!several.remove(value)) {
      several.add(value);
    }
    return withAll(name, several);
  }

  public PageUrl without(Collection<String> names) {
    PageUrl url = this;
    for (String name : names) {
      url = url.with(name, "");
    }
    return url;
  }

  public PageUrl onPage(int page) {
    return with("page", page == 1 ? "" : page);
  }

  public String href() {
    return SiteUrls.with(path, parameters());
  }

  /** The query part of the address; may be empty. */
  public String parameters() {
    return values.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .map(value -> SiteUrls.encode(each.getKey()) + "=" + SiteUrls.encode(value)))
        .collect(Collectors.joining("&"));
  }
}
