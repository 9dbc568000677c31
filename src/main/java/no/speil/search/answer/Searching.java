package no.speil.search.answer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.speil.corpus.DocumentId;
import no.speil.lexicon.Cutting;
import no.speil.lexicon.Lexicon;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.Expansion;
import no.speil.search.Notice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchResult;
import no.speil.search.entry.StoredSections;
import no.speil.search.excerpt.Hits;
import no.speil.search.excerpt.Snippets;
import no.speil.search.facet.ReaderOrdinals;
import no.speil.search.match.Rewording;
import no.speil.search.match.Rewording.Known;
import no.speil.search.match.SetPhrases;
import no.speil.search.query.Notices;
import no.speil.search.text.IndexCutting;
import no.speil.search.text.Terms;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;

/** Answers requests from a view of the index; thread-safe. */
public final class Searching {
  private final Terms terms;
  private final Snippets snippets;
  private final Duration limit;
  private final Cutting cutting;
  private final AtomicReference<ReaderOrdinals> latest = new AtomicReference<>();
  private volatile Known known;

  public Searching(Analyzer analysis, Terms terms, Duration limit) {
    this.cutting = new IndexCutting(analysis);
    this.terms = terms;
    this.snippets = new Snippets(analysis);
    this.limit = limit;
    this.known = known(Lexicon.EMPTY);
  }

  public void use(Lexicon other) {
    known = known(other);
  }

  private Known known(Lexicon lexicon) {
    return new Known(lexicon, new SetPhrases(terms, lexicon.phrases()));
  }

  public Lexicon lexicon() {
    return known.lexicon();
  }

  public Cutting cutting() {
    return cutting;
  }

  public SearchResult answer(IndexReader reader, SearchRequest request) throws IOException {
    Asked asked = asked(reader, request);
    Notices notices = asked.notices();
    if (asked.isEmpty()) {
      return nothing(notices);
    }
    Session session = session(reader, new TimeLimit(limit));
    if ((long) request.page() * request.size() > SearchRequest.FURTHEST) {
      notices.add(Kind.PAGE_LIMIT, String.valueOf(SearchRequest.FURTHEST));
    }
    SearchResult result =
        request.group() == Group.SECTION
            ? new SectionSearch(session, request, notices).run(asked.plan(), asked.narrowing())
            : new DocumentSearch(session, request, asked.matching(), notices)
                .run(Optional.ofNullable(asked.expression()), asked.plan(), asked.narrowing());
    return finished(result, asked.expansions(), session.searcher().timedOut(), notices);
  }

  /** As {@link #answer} would count it, without finding the best or anything looser. */
  public long total(IndexReader reader, SearchRequest request) throws IOException {
    if (request.group() == Group.DOCUMENT) {
      return answer(reader, request).total();
    }
    Asked asked = asked(reader, request);
    return asked.isEmpty()
        ? 0
        : session(reader, new TimeLimit(limit))
            .searcher()
            .count(asked.narrowing().all(asked.plan().match()));
  }

  public Concordance lines(IndexReader reader, ConcordanceRequest request) throws IOException {
    Asked asked = asked(reader, request.search());
    if (asked.isEmpty()) {
      return new Concordance(0, 0, true, List.of(), asked.notices().toList());
    }
    Session session = session(reader, new TimeLimit(limit));
    return new LineGathering(session, snippets, asked, limit).run(request);
  }

  /**
   * All that is found, one after another.
   *
   * @param whenDone told when the view of the index is no longer needed
   */
  public FoundSections all(IndexReader reader, SearchRequest request, Runnable whenDone)
      throws IOException {
    return FoundSections.of(view(reader, whenDone), asked(reader, request), request.sort());
  }

  /** All of a document. */
  public FoundSections all(IndexReader reader, DocumentId document, Runnable whenDone)
      throws IOException {
    return FoundSections.of(view(reader, whenDone), document);
  }

  private Asked asked(IndexReader reader, SearchRequest request) throws IOException {
    return Asked.of(terms, new Rewording(known, terms, reader, request.expand()), request);
  }

  private FoundSections.View view(IndexReader reader, Runnable whenDone) throws IOException {
    return new FoundSections.View(reader, new StoredSections(reader.storedFields()), whenDone);
  }

  private Session session(IndexReader reader, TimeLimit time) throws IOException {
    var searcher = new LimitedSearcher(reader, time);
    return new Session(searcher, ordinals(reader), new Hits(reader.storedFields(), snippets));
  }

  private ReaderOrdinals ordinals(IndexReader reader) throws IOException {
    ReaderOrdinals known = latest.get();
    if (known == null || !known.isOf(reader)) {
      known = new ReaderOrdinals(reader);
      latest.set(known);
    }
    return known;
  }

  private SearchResult finished(
      SearchResult result, List<Expansion> expansions, boolean cutShort, Notices notices) {
    if (cutShort) {
      notices.add(Kind.TIMED_OUT, String.valueOf(limit.toMillis()));
    }
    return new SearchResult(
        result.total(),
        !cutShort,
        result.hits(),
        result.documents(),
        result.facets(),
        expansions,
        notices.toList());
  }

  private static SearchResult nothing(Notices notices) {
    return new SearchResult(0, true, List.of(), List.of(), Map.of(), List.of(), notices.toList());
  }
}
