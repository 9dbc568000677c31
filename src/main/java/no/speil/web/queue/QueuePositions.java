package no.speil.web.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.library.Library;
import no.speil.messages.Messages;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.page.SiteUrls;

/** Finds the position of a section in the queue that its editor was opened from. */
public final class QueuePositions {
  private static final String ROW = "#s-";

  private final Library library;

  public QueuePositions(Library library) {
    this.library = library;
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

    public String words(Messages t) {
      if (isReview) {
        return t.of("edit.place.review", position, count.toReview());
      }
      String left =
          position > 0
              ? t.of("edit.place", position, count.toDo())
              : t.of("edit.place.gone", count.toDo());
      return count.toReview() == 0 ? left : t.of("edit.place.both", left, count.toReview());
    }
  }

  /**
   * The place of a section in the queue that one came from; empty if one came from elsewhere.
   *
   * @param onward where one would go on, as the queue's rows say it; empty where none was left from
   */
  public Optional<Place> of(String onward, SectionId id) {
    return QueueUrl.in(onward).map(queue -> new Stretch(queue).place(onward, id));
  }

  /** Pages of one queue; searches for each page once. */
  private final class Stretch {
    private final QueueUrl queue;
    private final Map<Integer, List<SectionId>> pages = new HashMap<>();
    private long total;
    private QueueUrl.Count count = QueueUrl.Count.NONE;

    Stretch(QueueUrl queue) {
      this.queue = queue;
    }

    Place place(String onward, SectionId id) {
      long first = (queue.page() - 1L) * QueueUrl.SIZE;
      int here = page(queue.page()).indexOf(id);
      if (here >= 0) {
        long rank = first + here;
        boolean review = rank >= count.toDo();
        return new Place(
            rank + 1 - (review ? count.toDo() : 0),
            review,
            count,
            queue.href(),
            edit(rank - 1),
            edit(rank + 1));
      }
      int row = onward.indexOf(ROW);
      String following = row < 0 ? "" : onward.substring(row + ROW.length());
      int after =
          SectionId.parse(following).map(other -> page(queue.page()).indexOf(other)).orElse(-1);
      long rank = after < 0 ? first : first + after;
      return new Place(0, false, count, queue.href(), edit(rank - 1), edit(rank));
    }

    private String edit(long rank) {
      if (rank < 0 || rank >= Math.min(total, SearchRequest.FURTHEST)) {
        return "";
      }
      int page = (int) (rank / QueueUrl.SIZE) + 1;
      int row = (int) (rank % QueueUrl.SIZE);
      List<SectionId> ids = page(page);
      if (row >= ids.size()) {
        return "";
      }
      String back = queue.onPage(page).href();
      String anchor = row + 1 < ids.size() ? "#" + SiteUrls.anchor(ids.get(row + 1)) : "";
      return SiteUrls.edit(ids.get(row), back + anchor);
    }

    private List<SectionId> page(int number) {
      return pages.computeIfAbsent(number, this::search);
    }

    private List<SectionId> search(int number) {
      SearchResult result = library.search().run(queue.onPage(number).request(library.claims()));
      total = result.total();
      count = queue.count(result);
      return result.hits().stream().map(Hit::section).toList();
    }
  }
}
