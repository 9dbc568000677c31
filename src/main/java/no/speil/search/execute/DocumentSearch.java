package no.speil.search.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.search.DocumentHit;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.compile.MatchQueries;
import no.speil.search.facet.FoundDocuments;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.StatusFilter;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.grouping.GroupDocs;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Searches for documents, whose sections together match the query, and gives each with its best
 * sections. Facet values and states must hold for a section that is shown.
 */
record DocumentSearch(SearchSession session, SearchRequest request, ParsedRequest parsed) {
  private static final int SECTIONS_EACH = 3;

  SearchResult run() throws IOException {
    Expression expression = parsed.expression();
    Query sections = sections(expression);
    Query match = parsed.filters().all(sections);
    Query query = parsed.compiled().score().of(match, IndexSchema.DOCUMENT_WEIGHT);
    Sort order = ResultOrder.of(request.sort(), tiers(expression), session.searcher());
    Sort within =
        ResultOrder.of(SearchRequest.Sort.RELEVANCE, parsed.compiled(), session.searcher());
    TopGroups<BytesRef> groups = groups(query, order, within);
    int total = groups.totalGroupCount == null ? 0 : groups.totalGroupCount;
    return parsed.result(
        new Counts(total, total, total, true),
        List.of(),
        documents(groups, within),
        session.facets(request, parsed.filters(), sections, session.counted(request, match)));
  }

  /** Documents that have all of the words themselves, in whichever sections, come first. */
  private Stream<List<Query>> tiers(@Nullable Expression expression) {
    if (expression == null || !parsed.compiled().isTranslated()) {
      return Stream.of(parsed.compiled().tiers());
    }
    Optional<Query> own = documents(expression, parsed.compiler().ownWords());
    return Stream.of(parsed.compiled().titled(), own.stream().toList(), parsed.compiled().tiers());
  }

  /** The sections of the documents that match, where different sections may match its parts. */
  private Optional<Query> documents(Expression expression, MatchQueries matches) {
    return matches.inDocuments(this::documents).of(expression);
  }

  /** All sections of the documents of the sections that a query matches. */
  private Query documents(Query sections) {
    try {
      return FoundDocuments.of(session.searcher().search(sections, new FacetsCollectorManager()))
          .sections();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sections that may be shown of the matching documents: those with any of the words. */
  private Query sections(@Nullable Expression expression) {
    var sections = new BooleanQuery.Builder().add(IndexSchema.EVERY_SECTION, Occur.FILTER);
    if (expression != null) {
      MatchQueries matching = parsed.compiler().matching();
      documents(expression, matching).ifPresent(each -> sections.add(each, Occur.FILTER));
      matching.anyOf(expression).ifPresent(any -> sections.add(any, Occur.FILTER));
      statusAsked(expression, matching).forEach(status -> sections.add(status, Occur.FILTER));
    }
    return sections.build();
  }

  private static List<Query> statusAsked(Expression expression, MatchQueries matching) {
    List<Expression> parts =
        expression instanceof Adjacent adjacent ? adjacent.parts() : List.of(expression);
    return parts.stream()
        .filter(StatusFilter.class::isInstance)
        .flatMap(part -> matching.of(part).stream())
        .toList();
  }

  private TopGroups<BytesRef> groups(Query query, Sort order, Sort within) throws IOException {
    int end = Math.min(request.page() * request.size(), SearchRequest.FURTHEST);
    int start = Math.min((request.page() - 1) * request.size(), end);
    var grouping = new GroupingSearch(IndexSchema.DOCUMENT);
    grouping.setAllGroups(true);
    grouping.setGroupSort(order);
    grouping.setSortWithinGroup(within);
    grouping.setGroupDocsLimit(SECTIONS_EACH);
    return grouping.search(session.searcher(), query, start, Math.max(1, end - start));
  }

  private List<DocumentHit> documents(TopGroups<BytesRef> groups, Sort within) throws IOException {
    var documents = new ArrayList<DocumentHit>();
    for (GroupDocs<BytesRef> group : groups.groups) {
      var hits = new ArrayList<Hit>();
      for (ScoreDoc each : group.scoreDocs()) {
        float score = ResultOrder.score(within, (FieldDoc) each);
        hits.add(session.find(each.doc, parsed.compiled(), score));
      }
      if (!hits.isEmpty()) { // as where time runs out before its sections are read
        Hit best = hits.getFirst();
        documents.add(new DocumentHit(best.documentRef(), best.rank().score(), hits));
      }
    }
    return documents;
  }
}
