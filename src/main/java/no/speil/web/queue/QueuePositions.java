package no.speil.web.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.page.SiteUrls;

/**
 * Finds the position of a section in the queue that its editor was opened from, for one person:
 * what they may not do is left out. The place is kept while the section itself moves in the queue,
 * as a comment, a suggestion or a dismissed check moves it.
 */
public final class QueuePositions {
  private static final String ROW = "#s-";

  /** Onward from the last row of a page, to which the next one moves if its section is done. */
  static final String LAST = "#last";

  /** Onward from the last row of all. */
  static final String END = "#end";

  /** Pages that are looked through for a section that the person may do something with. */
  private static final int MOST_PAGES = 5;

  private final Library library;
  private final Actor person;
  private final QueueUrl queue;

  /** By their numbers; each is searched for once. */
  private final Map<Integer, List<Hit>> pages = new HashMap<>();

  private long total;
  private QueueUrl.Count count = QueueUrl.Count.NONE;

  private QueuePositions(Library library, Actor person, QueueUrl queue) {
    this.library = library;
    this.person = person;
    this.queue = queue;
  }

  /**
   * A place in a queue. Reviews come last in it and are counted by themselves: what is translated
   * is then done, though it waits there for a review.
   *
   * @param position from 1 among those to do, or among those to review; 0 where the section is no
   *     longer in it
   * @param isReview whether it stands among those to review
   * @param queue address to go back to
   * @param previous address of the page of the section before; empty where there is none
   * @param next address of the page of the section after; empty where there is none
   */
  public record Place(
      long position,
      boolean isReview,
      QueueUrl.Count count,
      String queue,
      String previous,
      String next) {
    /** Of who came from no queue. */
    public static final Place NONE = new Place(0, false, QueueUrl.Count.NONE, "", "", "");

    public boolean isThere() {
      return !queue.isEmpty();
    }
  }

  /**
   * The place of a section in the queue that one came from; none if one came from elsewhere.
   *
   * @param onward where one would go on, as the queue's rows say it; empty where none was left from
   */
  public static Place of(Library library, Actor person, String onward, SectionId id) {
    return QueueUrl.in(onward)
        .map(queue -> new QueuePositions(library, person, queue).place(onward, id))
        .orElse(Place.NONE);
  }

  private Place place(String onward, SectionId id) {
    List<SectionId> here = page(queue.page()).stream().map(Hit::section).toList();
    int row = here.indexOf(id);
    int following = following(onward, here, row);
    long first = (queue.page() - 1L) * QueueUrl.SIZE;
    boolean isThere = row >= 0 && row == following - 1;
    long rank = first + (isThere ? row : following);
    boolean isReview = isThere && rank >= count.toDo();
    boolean reviews = isReview || person.may(Role.REVIEWER);
    return new Place(
        isThere ? rank + 1 - (isReview ? count.toDo() : 0) : 0,
        isReview,
        reviews ? count : new QueueUrl.Count(count.toDo(), 0),
        queue.href(),
        edit(rank - 1, -1, id),
        edit(first + following, 1, id));
  }

  /** The row on the page at which one goes on, wherever the section is now. */
  private static int following(String onward, List<SectionId> here, int row) {
    int anchor = onward.indexOf(ROW);
    if (onward.endsWith(END)) {
      return here.size();
    }
    if (onward.endsWith(LAST)) {
      return row == here.size() - 1 ? here.size() : here.size() - 1;
    }
    return SectionId.parse(anchor < 0 ? "" : onward.substring(anchor + ROW.length()))
        .map(here::indexOf)
        .filter(found -> found >= 0)
        .orElse(row + 1);
  }

  /** The editor of the first section from that rank on, or back, with something to do in it. */
  private String edit(long from, int step, SectionId without) {
    for (long rank = from;
        rank >= 0 && rank < Math.min(total, SearchRequest.FURTHEST) && pages.size() <= MOST_PAGES;
        rank += step) {
      int number = (int) (rank / QueueUrl.SIZE) + 1;
      int row = (int) (rank % QueueUrl.SIZE);
      List<Hit> page = page(number);
      if (row < page.size() && isFor(page.get(row)) && !page.get(row).section().equals(without)) {
        return SiteUrls.edit(page.get(row).section(), onward(number, row, page));
      }
    }
    return "";
  }

  private String onward(int number, int row, List<Hit> page) {
    boolean isLast = row + 1 >= page.size();
    String last = (long) number * QueueUrl.SIZE < total ? LAST : END;
    return queue.onPage(number).href()
        + (isLast ? last : "#" + SiteUrls.anchor(page.get(row + 1).section()));
  }

  /** Whether the person may do what the section needs. */
  private boolean isFor(Hit hit) {
    return person.role() == null
        || hit.status().due().works().stream().anyMatch(work -> work != Task.REVIEW)
        || (person.may(Role.REVIEWER)
            && !hit.status().translator().equalsIgnoreCase(person.name()));
  }

  private List<Hit> page(int number) {
    return pages.computeIfAbsent(number, this::search);
  }

  private List<Hit> search(int number) {
    SearchResult result = library.search().run(queue.onPage(number).request(library.claims()));
    total = result.total();
    count = queue.count(result);
    return result.hits();
  }
}
