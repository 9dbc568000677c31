package no.speil.search.execute;

import com.ibm.icu.text.RawCollationKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/**
 * Reads the first sections of a search for matches, the same that snippets mark. Only the place and
 * the sort key of each line are kept; the sections of the page shown are read again.
 */
final class ConcordanceSearch {
  private static final Set<String> TEXTS =
      Set.of(FieldGroup.ORIGINAL.stem(), FieldGroup.TRANSLATION.stem());

  /** How many times longer than the search the reading may take, since it tokenises the texts. */
  private static final int READING = 2;

  /** A line whose section is not read in full. */
  private record Line(ScoreDoc section, FieldGroup group, MatchSpan match, RawCollationKey key) {}

  private final SearchSession session;
  private final LineFinder finder;
  private final ParsedRequest parsed;
  private final Duration limit;
  private final List<Line> lines = new ArrayList<>();
  private Sort order = Sort.RELEVANCE;

  ConcordanceSearch(
      SearchSession session, LineFinder finder, ParsedRequest parsed, Duration limit) {
    this.session = session;
    this.finder = finder;
    this.parsed = parsed;
    this.limit = limit;
  }

  Concordance run(ConcordanceRequest request) throws IOException {
    order = ResultOrder.of(request, parsed.compiled(), session.searcher());
    var manager =
        new TopFieldCollectorManager(
            order, ConcordanceRequest.MOST_SECTIONS, Integer.MAX_VALUE); // counts all
    TopFieldDocs top = session.searcher().search(finder.query(), manager);
    long found = top.totalHits.value();
    var time = new TimeLimit(limit.multipliedBy(READING));
    int read = read(Arrays.asList(top.scoreDocs), request, time);
    boolean whole =
        !session.searcher().timedOut()
            && read == found
            && lines.size() <= ConcordanceRequest.MOST_LINES;
    if (session.searcher().timedOut()) {
      parsed.notices().add(Kind.TIMED_OUT, String.valueOf(limit.toMillis()));
    }
    if (!whole) {
      parsed.notices().add(Kind.LINES_LIMIT, String.valueOf(read), String.valueOf(found));
    }
    lines.sort(Comparator.comparing(Line::key)); // stable: then as the sections come
    int total = Math.min(lines.size(), ConcordanceRequest.MOST_LINES);
    long sections =
        request.words() == null
            ? found
            : lines.stream().map(line -> line.section().doc).distinct().count();
    return new Concordance(
        sections, total, whole, page(request.search(), total), parsed.notices().toList());
  }

  /** Reads until there are enough lines or time is over; gives the number of sections read. */
  private int read(List<ScoreDoc> sections, ConcordanceRequest request, TimeLimit time)
      throws IOException {
    StoredFields stored = session.searcher().storedFields();
    var order = new KwicOrder(request.by());
    int read = 0;
    for (ScoreDoc section : sections) {
      if (lines.size() >= ConcordanceRequest.MOST_LINES || time.shouldExit()) {
        break;
      }
      Document document = stored.document(section.doc, TEXTS);
      for (FieldGroup group : FieldGroup.BOTH) {
        String text = document.get(group.stem());
        if (text != null) {
          for (MatchSpan match : finder.matches(group.side(), text)) {
            lines.add(new Line(section, group, match, order.key(text, match)));
          }
        }
      }
      read++;
    }
    return read;
  }

  private List<Concordance.Line> page(SearchRequest request, int total) throws IOException {
    int start = Math.min((request.page() - 1) * request.size(), total);
    int end = Math.min(start + request.size(), total);
    Map<Integer, Hit> hits = new HashMap<>();
    var page = new ArrayList<Concordance.Line>();
    for (Line line : lines.subList(start, end)) {
      Hit hit = hits.get(line.section().doc);
      if (hit == null) {
        float score = ResultOrder.score(order, (FieldDoc) line.section());
        hit = session.find(line.section().doc, parsed.compiled(), score);
        hits.put(line.section().doc, hit);
      }
      page.add(line(hit, line));
    }
    return page;
  }

  private static Concordance.Line line(Hit hit, Line line) {
    Side side = line.group().side();
    Excerpt excerpt = Objects.requireNonNull(hit.pair().excerpt(side));
    MatchSpan match = line.match();
    return new Concordance.Line(hit, side, match.start(), match.in(excerpt.text()));
  }
}
