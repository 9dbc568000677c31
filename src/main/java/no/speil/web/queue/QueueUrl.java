package no.speil.web.queue;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Task;
import no.speil.library.actions.ClaimActions;
import no.speil.messages.Messages;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.WorkFacet;
import no.speil.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a queue page's address.
 *
 * @param query narrows it, as by {@code doc:2015}; may be empty
 * @param task the only kind wanted, or null for all kinds
 * @param translator the only one wanted; empty for all
 * @param claimed only what this person has claimed; empty for everything
 */
public record QueueUrl(
    String query, @Nullable Task task, String translator, String claimed, int page) {
  /** Few enough to render at once, though each may be from a document of its own. */
  static final int SIZE = 20;

  private static final String PATH = "/queue";
  private static final List<String> NAMES = List.of("q", "task", "translator", "claimed", "page");

  public static QueueUrl of(Context context) {
    return of(PageUrl.of(context, PATH, NAMES));
  }

  /** The same, where {@code mine} means what the writer has claimed. */
  static QueueUrl of(Context context, String writer) {
    QueueUrl address = of(context);
    return context.queryParamMap().containsKey("mine") ? address.claimedBy(writer) : address;
  }

  /** Parses an address; empty if it is not the queue's. */
  static Optional<QueueUrl> in(String address) {
    return Optional.of(PageUrl.parse(address, NAMES))
        .filter(url -> url.path().equals(PATH))
        .map(QueueUrl::of);
  }

  private static QueueUrl of(PageUrl url) {
    return new QueueUrl(
        url.get("q"),
        Task.parse(url.get("task")).orElse(null),
        url.get("translator"),
        url.get("claimed"),
        url.page(SearchRequest.FURTHEST));
  }

  public SearchRequest request(ClaimActions claims) {
    return within(
        claims,
        new SearchRequest(
                query,
                page,
                SIZE,
                SearchRequest.Sort.QUEUE,
                SearchRequest.Group.SECTION,
                filters("work"),
                ExpansionOptions.NONE)
            .counting(SearchRequest.Facets.SELECTED));
  }

  /**
   * The newest work first.
   *
   * @param reports whether to include reports: only for users who may write
   */
  public SearchRequest news(ClaimActions claims, int size, boolean reports) {
    return within(
        claims,
        new SearchRequest(
                query,
                1,
                size,
                reports ? SearchRequest.Sort.QUEUE_NEWS : SearchRequest.Sort.CHANGED,
                SearchRequest.Group.SECTION,
                filters(reports ? "work" : "task"),
                ExpansionOptions.NONE)
            .counting(SearchRequest.Facets.NONE));
  }

  private SearchRequest within(ClaimActions claims, SearchRequest request) {
    return claimed.isEmpty() ? request : request.within(claims.of(claimed));
  }

  public QueueUrl wanting(@Nullable Task other) {
    return new QueueUrl(query, other, translator, claimed, 1);
  }

  public QueueUrl claimedBy(String person) {
    return new QueueUrl(query, task, translator, person, 1);
  }

  public QueueUrl onPage(int other) {
    return new QueueUrl(query, task, translator, claimed, other);
  }

  public String href() {
    return href(PATH);
  }

  /** The same parameters at another path. */
  String href(String path) {
    return PageUrl.at(path)
        .with("q", query)
        .with("task", task == null ? "" : task.code())
        .with("translator", translator)
        .with("claimed", claimed)
        .onPage(page)
        .href();
  }

  /** The address of the queue's feed. */
  public String feed() {
    return onPage(1).href("/queue.atom");
  }

  /** The title of that feed. */
  public String feedTitle(Messages t) {
    return Stream.of(task == null ? "" : t.of("task." + task.code()), query, translator, claimed)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", ", t.of("queue.title") + ": ", ""))
        .replaceFirst(": $", "");
  }

  private Map<String, List<String>> filters(String facet) {
    var filters = new LinkedHashMap<String, List<String>>();
    filters.put(
        facet,
        task == null
            ? facet.equals("work")
                ? List.of(WorkFacet.ANY)
                : Arrays.stream(Task.values()).map(Task::code).toList()
            : List.of(task.code()));
    if (!translator.isEmpty()) {
      filters.put("translator", List.of(translator));
    }
    return filters;
  }
}
