package no.speil.search.entry;

import java.io.IOException;
import java.time.Instant;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.search.Due;
import no.speil.search.FoundSection;
import no.speil.search.FoundSection.Texts;
import no.speil.search.StateValue;
import no.speil.search.Status;
import no.speil.search.Titles;
import no.speil.search.Work;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/** Reads from the index what {@link SectionDocuments} put there for showing. */
public final class StoredSections {
  private final StoredFields stored;

  public StoredSections(StoredFields stored) {
    this.stored = stored;
  }

  public FoundSection read(int number) throws IOException {
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

  private static Status status(Document document) {
    return new Status(
        StateValue.parse(text(document, Schema.STATE)).orElseThrow(),
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
