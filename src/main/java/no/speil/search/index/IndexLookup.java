package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.Task;
import no.speil.corpus.TextHash;
import no.speil.lexicon.LexiconSources.Pairs;
import no.speil.lexicon.WordCounts;
import no.speil.search.Facet;
import no.speil.search.IndexedWord;
import no.speil.search.SectionText;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.Queries;
import no.speil.search.schema.StoredSectionReader;
import no.speil.search.schema.StoredText;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IORunnable;
import org.jspecify.annotations.Nullable;

/** Looks things up in one state of the index, without searching for words. For one thread. */
public final class IndexLookup {
  private final IndexReader reader;
  private final IndexSearcher searcher;

  IndexLookup(IndexReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /** Gives every document's summary, in no order, and says how many; reads no texts. */
  public int summaries(BiConsumer<DocumentId, byte[]> sink) throws IOException {
    int given = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues summaries = DocValues.getBinary(leaf.reader(), IndexSchema.SUMMARY);
      SortedDocValues documents = DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
      Bits live = leaf.reader().getLiveDocs();
      while (summaries.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
        int number = summaries.docID();
        if ((live == null || live.get(number)) && documents.advanceExact(number)) {
          String id = documents.lookupOrd(documents.ordValue()).utf8ToString();
          byte[] summary = BytesRef.deepCopyOf(summaries.binaryValue()).bytes;
          Optional<DocumentId> document = DocumentId.parse(id); // or an id to another version only
          document.ifPresent(each -> sink.accept(each, summary));
          given += document.isPresent() ? 1 : 0;
        }
      }
    }
    return given;
  }

  /** The document that has the section; if none does, one that had it. */
  public Optional<DocumentId> documentOf(SectionId id) throws IOException {
    for (String field : new String[] {IndexSchema.SECTION, IndexSchema.GONE}) {
      List<Document> found =
          found(new TermQuery(new Term(field, id.value())), 1, Set.of(IndexSchema.DOCUMENT));
      if (!found.isEmpty()) {
        return Optional.ofNullable(found.getFirst().get(IndexSchema.DOCUMENT)).map(DocumentId::new);
      }
    }
    return Optional.empty();
  }

  /**
   * The texts that a document's sections were shown with when the document was put, and former ones
   * that its record lacks.
   */
  public List<SectionText> texts(DocumentId id) throws IOException {
    var texts = new ArrayList<SectionText>();
    if (reader.docFreq(new Term(IndexSchema.DOCUMENT, id.value())) == 0) {
      return texts; // as in a first index
    }
    for (Document trace : found(IndexSchema.traceOf(id), 1, Set.of(IndexSchema.TEXTS))) {
      Map<SectionId, Document> sections = sections(id);
      for (String text : trace.getValues(IndexSchema.TEXTS)) {
        texts.add(
            StoredText.read(
                text,
                (section, side) -> {
                  Document stored = sections.get(section);
                  return stored == null ? null : stored.get(FieldGroup.of(side).stem());
                }));
      }
    }
    return texts;
  }

  /** The sections of a document with a failed check that nobody has dismissed. */
  public Set<SectionId> checked(DocumentId id) throws IOException {
    Query query =
        Queries.all(
            IndexSchema.sectionsOf(id),
            new TermQuery(new Term(IndexSchema.OPEN, Task.CHECK.code())));
    int count = Math.max(1, searcher.count(query));
    return found(query, count, Set.of(IndexSchema.SECTION)).stream()
        .map(section -> new SectionId(section.get(IndexSchema.SECTION)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words of a document's sections. */
  private Map<SectionId, Document> sections(DocumentId id) throws IOException {
    Query all = IndexSchema.sectionsOf(id);
    Set<String> fields =
        Set.of(IndexSchema.SECTION, FieldGroup.ORIGINAL.stem(), FieldGroup.TRANSLATION.stem());
    var sections = new HashMap<SectionId, Document>();
    for (Document section : found(all, Math.max(1, searcher.count(all)), fields)) {
      sections.put(new SectionId(section.get(IndexSchema.SECTION)), section);
    }
    return sections;
  }

  /**
   * Documents that have at least so many of these hashes, those with the most first. Hashes that
   * begin alike may be taken for each other, see {@link IndexSchema#fingerprint}.
   */
  public List<DocumentId> withFingerprints(List<TextHash> hashes, int least, int most)
      throws IOException {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    for (TextHash hash : hashes) {
      var term = new TermQuery(IndexSchema.fingerprint(hash));
      query.add(new ConstantScoreQuery(term), Occur.SHOULD);
    }
    return found(query.build(), most, Set.of(IndexSchema.DOCUMENT)).stream()
        .map(entry -> new DocumentId(entry.get(IndexSchema.DOCUMENT)))
        .toList();
  }

  /**
   * Pairs of texts that are not known to be out of date, in a pseudo-random order that does not
   * depend on when they were put. If there are more than {@code most}, the sample is always the
   * same.
   */
  public Pairs pairs(int most) {
    return sink -> unchecked(() -> pairs(most, sink));
  }

  private void pairs(int most, BiConsumer<String, String> sink) throws IOException {
    Query wanted =
        Queries.difference(
            Queries.all(
                IndexSchema.has(FieldGroup.ORIGINAL), IndexSchema.has(FieldGroup.TRANSLATION)),
            new TermQuery(new Term(Facet.FRESHNESS.code(), Freshness.STALE.code())));
    var order = new Sort(new SortField(IndexSchema.SAMPLE_ORDER, SortField.Type.LONG));
    Set<String> texts = Set.of(FieldGroup.ORIGINAL.stem(), FieldGroup.TRANSLATION.stem());
    for (ScoreDoc each : searcher.search(wanted, most, order).scoreDocs) {
      Document section = searcher.storedFields().document(each.doc, texts);
      sink.accept(
          section.get(FieldGroup.ORIGINAL.stem()), section.get(FieldGroup.TRANSLATION.stem()));
    }
  }

  /** How many sections wait so. */
  public long waiting(Waiting waiting) throws IOException {
    return searcher.count(new TermQuery(IndexSchema.waiting(waiting)));
  }

  /** At most so many of them, those that changed last first. */
  public List<StoredSection> waiting(Waiting waiting, int most) throws IOException {
    var latestFirst = new Sort(new SortField(IndexSchema.CHANGED, SortField.Type.LONG, true));
    var query = new TermQuery(IndexSchema.waiting(waiting));
    return StoredSectionReader.found(query, searcher, most, latestFirst);
  }

  /** The number of sections that have each of these terms on that side. */
  public List<Integer> frequencies(Side side, List<String> terms) throws IOException {
    var frequencies = new ArrayList<Integer>();
    for (String term : terms) {
      frequencies.add(reader.docFreq(new Term(FieldGroup.of(side).stem(), term)));
    }
    return frequencies;
  }

  /** The words of one side of all sections, as written except for case. */
  public WordCounts words(Side side) {
    return sink -> unchecked(() -> words(FieldGroup.of(side).exact(), sink));
  }

  /** The terms of a field, each with how often it occurs in sections that are not deleted. */
  private void words(String field, ObjLongConsumer<String> sink) throws IOException {
    @Nullable Terms words = MultiTerms.getTerms(reader, field);
    @Nullable Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum each = words == null ? TermsEnum.EMPTY : words.iterator();
    @Nullable PostingsEnum places = null;
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      long count = live == null ? each.totalTermFreq() : 0;
      if (live != null) {
        places = each.postings(places, PostingsEnum.FREQS);
        while (places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          count += live.get(places.docID()) ? places.freq() : 0;
        }
      }
      if (count > 0) {
        sink.accept(word.utf8ToString(), count);
      }
    }
  }

  /** The number of sections that have a word of that side, a stem also as a part of a compound. */
  public long sectionsWith(Side side, IndexedWord word) throws IOException {
    return searcher.count(new TermQuery(term(side, word)));
  }

  /**
   * Gives these sections, in no order, until {@code goesOn} says no. If there are more than {@code
   * most}, gives every second one, every third, and so on.
   *
   * @return how many were given
   */
  public long sectionsWith(Side side, IndexedWord word, int most, Predicate<StoredSection> goesOn)
      throws IOException {
    long every = Math.max(1, Math.ceilDiv(sectionsWith(side, word), most));
    long passed = 0;
    long given = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum places = leaf.reader().postings(term(side, word), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      var stored = new StoredSectionReader(leaf.reader().storedFields());
      while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        boolean isThere = live == null || live.get(places.docID());
        if (isThere && passed++ % every == 0) {
          given++;
          if (!goesOn.test(stored.read(places.docID()))) {
            return given;
          }
        }
      }
    }
    return given;
  }

  private static Term term(Side side, IndexedWord word) {
    FieldGroup group = FieldGroup.of(side);
    return new Term(word.isStem() ? group.stem() : group.exact(), word.text());
  }

  private static void unchecked(IORunnable reading) {
    try {
      reading.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Document> found(Query query, int most, Set<String> fields) throws IOException {
    var found = new ArrayList<Document>();
    for (ScoreDoc each : searcher.search(query, most).scoreDocs) {
      found.add(searcher.storedFields().document(each.doc, fields));
    }
    return found;
  }
}
