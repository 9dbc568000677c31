package no.speil.web.queue;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.corpus.Coded;
import no.speil.corpus.Task;
import no.speil.library.actions.ClaimActions;
import no.speil.messages.Messages;
import no.speil.search.ExpansionOptions;
import no.speil.search.Facet;
import no.speil.search.FacetCount;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Facets;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.web.page.PageUrl;
import no.speil.web.page.ShortText;
import org.jspecify.annotations.Nullable;

/** The address of a queue page, with what narrows it; values that say nothing are left out. */
public record QueueUrl(PageUrl url) {
  /** Few enough to render at once, though each may be from a document of its own. */
  static final int SIZE = 20;

  private static final String PATH = "/queue";
  private static final List<String> NAMES = List.of("q", "task", "translator", "claimed", "page");

  /** The whole queue. */
  public static final QueueUrl ALL = new QueueUrl(PageUrl.parse(PATH, NAMES));

  public QueueUrl {
    Optional<Task> task = Coded.parse(Task.values(), url.get("task"));
    url =
        url.with("task", task.map(Task::code).orElse("")).onPage(url.page(SearchRequest.FURTHEST));
  }

  public static QueueUrl of(Context context) {
    return new QueueUrl(PageUrl.of(context, PATH, NAMES));
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
        .map(QueueUrl::new);
  }

  /** Narrows it, as by {@code doc:2015}; may be empty. */
  public String query() {
    return url.get("q");
  }

  /** The only kind wanted, or null for all kinds. */
  public @Nullable Task task() {
    return Coded.parse(Task.values(), url.get("task")).orElse(null);
  }

  /** The only one wanted; empty for all. */
  public String translator() {
    return url.get("translator");
  }

  /** Whose claims are shown; empty for everything. */
  public String claimed() {
    return url.get("claimed");
  }

  public int page() {
    return url.page(SearchRequest.FURTHEST);
  }

  public SearchRequest request(ClaimActions claims) {
    return search(claims, page(), SIZE, Sort.QUEUE, "work").counting(Facets.SELECTED);
  }

  /**
   * The newest work first.
   *
   * @param reports whether to include reports: only for users who may write
   */
  public SearchRequest news(ClaimActions claims, int size, boolean reports) {
    Sort sort = reports ? Sort.QUEUE_NEWS : Sort.CHANGED;
    return search(claims, 1, size, sort, reports ? "work" : "task").counting(Facets.NONE);
  }

  private SearchRequest search(ClaimActions claims, int page, int size, Sort sort, String facet) {
    var request =
        new SearchRequest(
            query(), page, size, sort, Group.SECTION, filters(facet), ExpansionOptions.NONE);
    return claimed().isEmpty() ? request : request.within(claims.of(claimed()));
  }

  public QueueUrl wanting(@Nullable Task task) {
    return new QueueUrl(url.with("task", task == null ? "" : task.code()).onPage(1));
  }

  public QueueUrl claimedBy(String person) {
    return new QueueUrl(url.with("claimed", person).onPage(1));
  }

  public QueueUrl onPage(int page) {
    return new QueueUrl(url.onPage(page));
  }

  public String href() {
    return url.href();
  }

  /** The address of the queue's feed. */
  public String feed() {
    return new PageUrl("/queue.atom", onPage(1).url().values()).href();
  }

  /** The title of that feed. */
  public String feedTitle(Messages t) {
    Task task = task();
    String kind = task == null ? "" : t.of("task." + task.code());
    String filters = ShortText.joined(", ", kind, query(), translator(), claimed());
    return ShortText.joined(": ", t.of("queue.title"), filters);
  }

  /**
   * Sections left in the queue.
   *
   * @param toDo to translate, finish or correct
   * @param toReview translated, and waiting for a review and nothing else
   */
  public record Count(long toDo, long toReview) {
    static final Count NONE = new Count(0, 0);
  }

  /** How much is left by what was found. */
  public Count count(SearchResult result) {
    if (task() != null) {
      return task() == Task.REVIEW ? new Count(0, result.total()) : new Count(result.total(), 0);
    }
    long reviews = counts(result).getOrDefault(Facet.ONLY_REVIEW, 0L);
    return new Count(result.total() - reviews, reviews);
  }

  /** How many sections there are of each kind of work, by its code. */
  public static Map<String, Long> counts(SearchResult result) {
    return result.facets().getOrDefault("work", List.of()).stream()
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }

  private Map<String, List<String>> filters(String facet) {
    Task task = task();
    List<String> any =
        facet.equals("work")
            ? List.of(Facet.ANY_WORK)
            : Arrays.stream(Task.values()).map(Task::code).toList();
    List<String> tasks = task == null ? any : List.of(task.code());
    return translator().isEmpty()
        ? Map.of(facet, tasks)
        : Map.of(facet, tasks, "translator", List.of(translator()));
  }
}
