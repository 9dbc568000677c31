package no.speil.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.StoredSectionReader;
import no.speil.search.schema.StoredText;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
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
import org.jspecify.annotations.Nullable;

/** Looks things up in the index without a search. */
final class IndexLookup {
  private IndexLookup() {}

  /** The documents' summaries, but for what is no document's id to this version. */
  static void summaries(IndexReader reader, BiConsumer<DocumentId, byte[]> sink)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      summaries(leaf.reader(), sink);
    }
  }

  /** The number of sections that have each of these terms. */
  static List<Integer> frequencies(IndexReader reader, String field, List<String> terms)
      throws IOException {
    var frequencies = new ArrayList<Integer>();
    for (String term : terms) {
      frequencies.add(reader.docFreq(new Term(field, term)));
    }
    return frequencies;
  }

  /** The document that has a section; if none does, one that had it. */
  static Optional<DocumentId> documentOf(IndexReader reader, SectionId id) throws IOException {
    var searcher = new IndexSearcher(reader);
    for (String field : new String[] {IndexSchema.SECTION, IndexSchema.GONE}) {
      ScoreDoc[] found = searcher.search(new TermQuery(new Term(field, id.value())), 1).scoreDocs;
      if (found.length > 0) {
        return Optional.ofNullable(
                searcher
                    .storedFields()
                    .document(found[0].doc, Set.of(IndexSchema.DOCUMENT))
                    .get(IndexSchema.DOCUMENT))
            .map(DocumentId::new);
      }
    }
    return Optional.empty();
  }

  /** The texts of a document's sections, and former ones that its record lacks. */
  static List<SectionText> texts(IndexReader reader, DocumentId id) throws IOException {
    var searcher = new IndexSearcher(reader);
    Query trace =
        new BooleanQuery.Builder()
            .add(IndexSchema.EVERY_TRACE, Occur.FILTER)
            .add(new TermQuery(new Term(IndexSchema.DOCUMENT, id.value())), Occur.FILTER)
            .build();
    var texts = new ArrayList<SectionText>();
    for (ScoreDoc found : searcher.search(trace, 1).scoreDocs) {
      Document entry = searcher.storedFields().document(found.doc, Set.of(IndexSchema.TEXTS));
      Map<SectionId, Document> sections = sections(searcher, id);
      for (String text : entry.getValues(IndexSchema.TEXTS)) {
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

  /** The words of a document's sections. */
  private static Map<SectionId, Document> sections(IndexSearcher searcher, DocumentId id)
      throws IOException {
    Query all =
        new BooleanQuery.Builder()
            .add(IndexSchema.EVERY_SECTION, Occur.FILTER)
            .add(new TermQuery(new Term(IndexSchema.DOCUMENT, id.value())), Occur.FILTER)
            .build();
    Set<String> fields =
        Set.of(IndexSchema.SECTION, FieldGroup.ORIGINAL.stem(), FieldGroup.TRANSLATION.stem());
    var sections = new HashMap<SectionId, Document>();
    for (ScoreDoc each : searcher.search(all, Math.max(1, searcher.count(all))).scoreDocs) {
      Document section = searcher.storedFields().document(each.doc, fields);
      sections.put(new SectionId(section.get(IndexSchema.SECTION)), section);
    }
    return sections;
  }

  /**
   * Documents that share hashes with a text, those that share the most first; in theory also some
   * that do not, see {@link IndexSchema#fingerprint}.
   *
   * @param least so many hashes, or more
   */
  static List<DocumentId> withFingerprints(
      IndexReader reader, List<TextHash> hashes, int least, int most) throws IOException {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    for (TextHash hash : hashes) {
      var term = new TermQuery(IndexSchema.fingerprint(hash));
      query.add(new ConstantScoreQuery(term), Occur.SHOULD);
    }
    var searcher = new IndexSearcher(reader);
    var documents = new ArrayList<DocumentId>();
    for (ScoreDoc found : searcher.search(query.build(), most).scoreDocs) {
      String id =
          searcher
              .storedFields()
              .document(found.doc, Set.of(IndexSchema.DOCUMENT))
              .get(IndexSchema.DOCUMENT);
      documents.add(new DocumentId(id));
    }
    return documents;
  }

  private static void summaries(LeafReader reader, BiConsumer<DocumentId, byte[]> sink)
      throws IOException {
    BinaryDocValues summaries = DocValues.getBinary(reader, IndexSchema.SUMMARY);
    SortedDocValues documents = DocValues.getSorted(reader, IndexSchema.DOCUMENT);
    Bits live = reader.getLiveDocs();
    while (summaries.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
      int number = summaries.docID();
      if ((live == null || live.get(number)) && documents.advanceExact(number)) {
        String id = documents.lookupOrd(documents.ordValue()).utf8ToString();
        BytesRef summary = summaries.binaryValue();
        byte[] bytes =
            Arrays.copyOfRange(summary.bytes, summary.offset, summary.offset + summary.length);
        DocumentId.parse(id).ifPresent(document -> sink.accept(document, bytes));
      }
    }
  }

  /** The texts of at most so many sections that have both and are not known to be out of date. */
  static void pairs(IndexReader reader, int most, BiConsumer<String, String> sink)
      throws IOException {
    Query wanted =
        new BooleanQuery.Builder()
            .add(has(FieldGroup.ORIGINAL), Occur.FILTER)
            .add(has(FieldGroup.TRANSLATION), Occur.FILTER)
            .add(
                new TermQuery(new Term(IndexSchema.FRESHNESS, Freshness.STALE.code())),
                Occur.MUST_NOT)
            .build();
    var order = new Sort(new SortField(IndexSchema.SAMPLE_ORDER, SortField.Type.LONG));
    Set<String> texts = Set.of(FieldGroup.ORIGINAL.stem(), FieldGroup.TRANSLATION.stem());
    var searcher = new IndexSearcher(reader);
    for (ScoreDoc each : searcher.search(wanted, most, order).scoreDocs) {
      Document section = searcher.storedFields().document(each.doc, texts);
      sink.accept(
          section.get(FieldGroup.ORIGINAL.stem()), section.get(FieldGroup.TRANSLATION.stem()));
    }
  }

  static long waiting(IndexReader reader, Waiting waiting) throws IOException {
    return new IndexSearcher(reader).count(new TermQuery(IndexSchema.waiting(waiting)));
  }

  /** At most so many of the sections that wait so, those that changed last first. */
  static List<StoredSection> waiting(IndexReader reader, Waiting waiting, int most)
      throws IOException {
    var searcher = new IndexSearcher(reader);
    var stored = new StoredSectionReader(searcher.storedFields());
    var latestFirst = new Sort(new SortField(IndexSchema.CHANGED, SortField.Type.LONG, true));
    var query = new TermQuery(IndexSchema.waiting(waiting));
    var sections = new ArrayList<StoredSection>();
    for (ScoreDoc hit : searcher.search(query, most, latestFirst).scoreDocs) {
      sections.add(stored.read(hit.doc));
    }
    return sections;
  }

  private static Query has(FieldGroup side) {
    return new TermQuery(new Term(IndexSchema.HAS, side.stem()));
  }

  /** The terms of a field, each with how often it occurs in sections that are not deleted. */
  static void words(IndexReader reader, String field, ObjLongConsumer<String> sink)
      throws IOException {
    @Nullable Terms words = MultiTerms.getTerms(reader, field);
    if (words == null) {
      return;
    }
    TermsEnum each = words.iterator();
    for (BytesRef word = each.next(); word != null; word = each.next()) {
      long count =
          reader.hasDeletions()
              ? living(reader.leaves(), new Term(field, BytesRef.deepCopyOf(word)))
              : each.totalTermFreq();
      if (count > 0) {
        sink.accept(word.utf8ToString(), count);
      }
    }
  }

  private static long living(List<LeafReaderContext> leaves, Term word) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : leaves) {
      @Nullable PostingsEnum places = leaf.reader().postings(word, PostingsEnum.FREQS);
      var live = leaf.reader().getLiveDocs();
      while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        count += live == null || live.get(places.docID()) ? places.freq() : 0;
      }
    }
    return count;
  }
}
