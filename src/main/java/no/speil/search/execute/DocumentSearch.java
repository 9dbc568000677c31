package no.speil.search.execute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.search.DocumentHit;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.compile.MatchQueries;
import no.speil.search.compile.QueryClause;
import no.speil.search.facet.FacetFilters;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.StatusFilter;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.grouping.GroupDocs;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Searches for documents, whose sections together match the query, and gives each with its best
 * sections. Facet values and states must hold for a section that is shown.
 */
final class DocumentSearch {
  private static final int SECTIONS_EACH = 3;

  private final SearchSession session;
  private final SearchRequest request;
  private final MatchQueries matchQueries;
  private final NoticeCollector notices;

  DocumentSearch(
      SearchSession session,
      SearchRequest request,
      MatchQueries matchQueries,
      NoticeCollector notices) {
    this.session = session;
    this.request = request;
    this.matchQueries = matchQueries;
    this.notices = notices;
  }

  SearchResult run(
      Optional<Expression> expression, CompiledQuery compiledQuery, FacetFilters facetFilters)
      throws IOException {
    Query sections = sections(expression);
    Query query = SectionSearch.scored(facetFilters.all(sections), compiledQuery.score());
    TopGroups<BytesRef> groups = groups(query);
    FacetsCollector counted =
        session.searcher().search(facetFilters.all(sections), new FacetsCollectorManager());
    int total = groups.totalGroupCount == null ? 0 : groups.totalGroupCount;
    return new SearchResult(
        new Counts(total, total, total, true),
        List.of(),
        documents(groups, compiledQuery),
        facetFilters.facets(
            session.searcher(), session.ordinals(), request.group(), sections, counted),
        List.of(),
        notices.toList());
  }

  /** The sections that may be shown of the matching documents: those with any of the words. */
  private Query sections(Optional<Expression> expression) throws IOException {
    var sections = new BooleanQuery.Builder().add(IndexSchema.EVERY_SECTION, Occur.FILTER);
    if (expression.isEmpty()) {
      return sections.build();
    }
    Optional<FixedBitSet> documents =
        new DocumentBitSets(session, matchQueries).of(expression.get());
    if (documents.isPresent()) {
      sections.add(
          new InDocumentsQuery(session.ordinals().documents(), documents.get()), Occur.FILTER);
    }
    anyWord(expression.get()).ifPresent(any -> sections.add(any, Occur.FILTER));
    statusAsked(expression.get()).forEach(status -> sections.add(status, Occur.FILTER));
    return sections.build();
  }

  private Optional<Query> anyWord(Expression expression) {
    List<Query> words =
        matchQueries.withoutStopWords(QueryClause.of(expression)).stream()
            .flatMap(queryClause -> matchQueries.of(queryClause).stream())
            .toList();
    var any = new BooleanQuery.Builder();
    words.forEach(word -> any.add(word, Occur.SHOULD));
    return words.isEmpty() ? Optional.empty() : Optional.of(any.build());
  }

  private List<Query> statusAsked(Expression expression) {
    List<Expression> parts =
        expression instanceof Adjacent adjacent ? adjacent.parts() : List.of(expression);
    return parts.stream()
        .filter(StatusFilter.class::isInstance)
        .flatMap(part -> matchQueries.of(part).stream())
        .toList();
  }

  private TopGroups<BytesRef> groups(Query query) throws IOException {
    int end = Math.min(request.page() * request.size(), SearchRequest.FURTHEST);
    int start = Math.min((request.page() - 1) * request.size(), end);
    var grouping = new GroupingSearch(IndexSchema.DOCUMENT);
    grouping.setAllGroups(true);
    grouping.setGroupSort(ResultOrder.of(request.sort()));
    grouping.setSortWithinGroup(ResultOrder.of(SearchRequest.Sort.RELEVANCE));
    grouping.setGroupDocsLimit(SECTIONS_EACH);
    return grouping.search(session.searcher(), query, start, Math.max(1, end - start));
  }

  private List<DocumentHit> documents(TopGroups<BytesRef> groups, CompiledQuery compiledQuery)
      throws IOException {
    var documents = new ArrayList<DocumentHit>();
    for (GroupDocs<BytesRef> group : groups.groups) {
      var hits = new ArrayList<Hit>();
      for (ScoreDoc each : group.scoreDocs()) {
        var score = (Float) ((FieldDoc) each).fields[0];
        hits.add(session.find(each.doc, compiledQuery, score));
      }
      Hit best = hits.getFirst();
      documents.add(new DocumentHit(best.documentRef(), best.rank().score(), hits));
    }
    return documents;
  }
}
