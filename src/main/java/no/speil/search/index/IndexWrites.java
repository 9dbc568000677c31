package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.LuceneDocuments;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The changes of a document's entries, to be made in one generation or several. */
final class IndexWrites {
  private final LuceneDocuments documents = new LuceneDocuments();

  /** Replaces all entries of a document. */
  OpenIndex.Writing replacing(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace documentTrace) {
    List<Document> all = documents(head, sections, documentTrace);
    return writing -> {
      if (all.isEmpty()) {
        writing.deleteDocuments(allOf(head.id())); // Lucene miscounts its memory for empty batches
      } else {
        writing.updateDocuments(allOf(head.id()), all);
      }
    };
  }

  /** Replaces or adds these sections only. */
  OpenIndex.Writing patching(IndexedDocument head, List<IndexedSection> changed) {
    List<Document> all = documents(head, changed, DocumentTrace.NONE);
    // Two documents may hold the same id.
    Query replaced =
        new BooleanQuery.Builder()
            .add(new TermQuery(allOf(head.id())), Occur.FILTER)
            .add(
                new TermInSetQuery(
                    IndexSchema.SECTION,
                    changed.stream().map(section -> new BytesRef(section.id().value())).toList()),
                Occur.FILTER)
            .build();
    return writing -> {
      if (!all.isEmpty()) {
        writing.updateDocuments(replaced, all);
      }
    };
  }

  OpenIndex.Writing removing(DocumentId id) {
    return writing -> writing.deleteDocuments(allOf(id));
  }

  private List<Document> documents(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace documentTrace) {
    var all = new ArrayList<Document>(sections.size() + 1);
    try {
      for (IndexedSection section : sections) {
        all.add(documents.section(head, section));
      }
      if (!documentTrace.isEmpty()) {
        all.add(LuceneDocuments.trace(head.id(), documentTrace, sections));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making an entry of " + head.id(), e);
    }
    return all;
  }

  private static Term allOf(DocumentId id) {
    return new Term(IndexSchema.DOCUMENT, id.value());
  }
}
