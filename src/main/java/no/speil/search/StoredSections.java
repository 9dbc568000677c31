package no.speil.search;

import java.io.IOException;
import java.time.Instant;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.corpus.Task;
import no.speil.search.FoundSection.Texts;
import no.speil.search.Hit.Pair;
import no.speil.search.Hit.Rank;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Reads from the index what {@link SectionDocuments} put there for showing. */
final class StoredSections {
  private final StoredFields stored;
  private final Snippets snippets;

  StoredSections(StoredFields stored, Snippets snippets) {
    this.stored = stored;
    this.snippets = snippets;
  }

  FoundSection read(int number) throws IOException {
    Document document = stored.document(number);
    return new FoundSection(
        new SectionId(text(document, Schema.SECTION)),
        work(document),
        new Texts(
            text(document, Schema.HEADING),
            document.get(Column.ORIGINAL.stem()),
            document.get(Column.TRANSLATION.stem())),
        status(document));
  }

  Hit hit(int number, Query marks, Rank rank) throws IOException {
    FoundSection found = read(number);
    Texts texts = found.texts();
    return new Hit(
        found.section(),
        found.work(),
        new Pair(
            texts.heading(),
            excerpt(Column.ORIGINAL, texts.original(), marks),
            excerpt(Column.TRANSLATION, texts.translation(), marks)),
        found.status(),
        rank);
  }

  private @Nullable Excerpt excerpt(Column column, @Nullable String text, Query marks) {
    return text == null ? null : snippets.excerpt(column, text, marks);
  }

  private static Status status(Document document) {
    return new Status(
        State.parse(text(document, Schema.STATE)).orElseThrow(),
        freshness(text(document, Schema.FRESHNESS)),
        due(document),
        text(document, Schema.TRANSLATOR),
        Instant.ofEpochMilli(Long.parseLong(text(document, Schema.CHANGED))));
  }

  private static Due due(Document document) {
    long reported = Long.parseLong(text(document, Schema.REPORTED));
    return new Due(
        Task.parse(text(document, Schema.TASK)).orElse(null),
        reported == 0 ? null : Instant.ofEpochMilli(reported));
  }

  private static Work work(Document document) {
    return new Work(
        new DocumentId(text(document, Schema.DOCUMENT)),
        new Titles(
            text(document, Column.ORIGINAL.title()), text(document, Column.TRANSLATION.title())),
        text(document, Schema.DATE_AS_WRITTEN),
        new Language(text(document, Schema.LANGUAGE)));
  }

  private static Freshness freshness(String code) {
    for (Freshness freshness : Freshness.values()) {
      if (freshness.code().equals(code)) {
        return freshness;
      }
    }
    throw new IllegalStateException("not a freshness: " + code);
  }

  private static String text(Document document, String field) {
    String text = document.get(field);
    return text == null ? "" : text;
  }
}
