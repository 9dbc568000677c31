package no.speil.search.execute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.compile.CompiledQuery.Guesses;
import no.speil.search.compile.CompiledQuery.Relaxed;
import no.speil.search.facet.FoundDocuments;
import no.speil.search.schema.Queries;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Searches for sections: first those that match, then, if the page has room, guesses. */
record SectionSearch(SearchSession session, SearchRequest request, ParsedRequest parsed) {
  /** As many sections may be scored and compared in less time than it takes to set up a tier. */
  private static final int EACH_COMPARED = 1_000;

  SearchResult run() throws IOException {
    int end = Math.min(request.page() * request.size(), SearchRequest.FURTHEST);
    int start = Math.min((request.page() - 1) * request.size(), end);
    Query match = parsed.match();
    FacetsCollector counted = session.counted(request, match);
    long total = counted == null ? session.searcher().count(match) : total(counted);
    List<Hit> hits = hits(match, total, start, end);
    if (request.page() == 1) {
      hits.addAll(guesses(match, request.size() - total));
    }
    Map<String, List<FacetCount>> facets =
        session.facets(request, parsed.filters(), parsed.compiled().match(), counted);
    long words =
        parsed.compiled().isTranslated()
            ? session.searcher().count(parsed.filters().all(parsed.compiled().words()))
            : total;
    long documents = counted == null ? 0 : documents(counted, total);
    return parsed.result(new Counts(total, words, documents, true), hits, List.of(), facets);
  }

  private static long total(FacetsCollector counted) {
    return counted.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
  }

  /** How many documents the sections found are in; 0 if there are too many sections to look at. */
  private static long documents(FacetsCollector found, long total) throws IOException {
    return total > SearchRequest.FURTHEST ? 0 : FoundDocuments.of(found).hashes().size();
  }

  /** The sections that match, from one number to before another; no guesses. */
  List<Hit> between(int from, int end) throws IOException {
    Query match = parsed.match();
    return hits(match, session.searcher().count(match), from, end);
  }

  private List<Hit> hits(Query found, long total, int from, int end) throws IOException {
    int most = (int) Math.min(end, total);
    if (from >= most) {
      return new ArrayList<>();
    }
    boolean isByTier = total > EACH_COMPARED && request.sort() == SearchRequest.Sort.RELEVANCE;
    Sort order =
        isByTier
            ? ResultOrder.of(request.sort())
            : ResultOrder.of(request.sort(), parsed.compiled(), session.searcher());
    List<ScoreDoc> best =
        isByTier
            ? tierByTier(found, order, most)
            : best(parsed.compiled().score().of(found), order, most);
    var hits = new ArrayList<Hit>();
    for (ScoreDoc each : best.subList(Math.min(from, best.size()), best.size())) {
      hits.add(
          session.find(each.doc, parsed.compiled(), ResultOrder.score(order, (FieldDoc) each)));
    }
    return hits;
  }

  private List<ScoreDoc> best(Query query, Sort order, int most) throws IOException {
    var manager = new TopFieldCollectorManager(order, most, 1);
    return Arrays.asList(session.searcher().search(query, manager).scoreDocs);
  }

  /**
   * Looks for the best of a tier only where the ones before it have too few, so that the rest need
   * no score.
   */
  private List<ScoreDoc> tierByTier(Query found, Sort order, int most) throws IOException {
    var best = new ArrayList<ScoreDoc>();
    var before = new BooleanQuery.Builder();
    var tiers = new ArrayList<Query>();
    parsed.compiled().tiers().forEach(tier -> tiers.add(parsed.filters().all(tier)));
    tiers.add(found);
    for (Query tier : tiers) {
      if (best.size() < most) {
        Query others = Queries.difference(tier, before.build());
        best.addAll(best(parsed.compiled().score().of(others), order, most - best.size()));
        before.add(tier, Occur.SHOULD);
      }
    }
    return best;
  }

  /** Fills the page with guesses, the likeliest first. */
  private List<Hit> guesses(Query found, long room) throws IOException {
    var hits = new ArrayList<Hit>();
    if (room <= 0) {
      return hits;
    }
    Guesses guesses = parsed.compiled().guesses().get();
    var told = EnumSet.noneOf(Kind.class);
    var seen = new BooleanQuery.Builder().add(found, Occur.SHOULD);
    for (Relaxed relaxed : guesses.relaxed()) {
      boolean foundAny = room < request.size() || !hits.isEmpty();
      if (hits.size() >= room || (foundAny && relaxed.onlyForNothing())) {
        break;
      }
      Query others = Queries.difference(parsed.filters().all(relaxed.match()), seen.build());
      Sort order = ResultOrder.of(request.sort());
      List<ScoreDoc> best = best(guesses.score().of(others), order, (int) room - hits.size());
      for (ScoreDoc each : best) {
        hits.add(session.guess(each.doc, guesses, ResultOrder.score(order, (FieldDoc) each)));
      }
      if (!best.isEmpty()) {
        told.add(relaxed.notice());
      }
      seen.add(relaxed.match(), Occur.SHOULD);
    }
    told.forEach(parsed.notices()::add);
    return hits;
  }
}
