package no.speil.library.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.exchange.unit.UnitDocument;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import org.jspecify.annotations.Nullable;

/** Documents for translators' tools. */
public final class UnitDocuments {
  private UnitDocuments() {}

  /** The document with the languages of its sides. */
  public static UnitDocument of(LiveDocument document) {
    return new UnitDocument(
        "archive/" + document.id().value() + ".md",
        tag(document.original()),
        document.translation() == null ? "en" : tag(document.translation()),
        document.sections());
  }

  private static String tag(@Nullable SideFile sideFile) {
    return (sideFile == null ? Language.UNDETERMINED : sideFile.text().metadata().language()).tag();
  }

  /**
   * Writes documents as a ZIP archive, each in a file of its own below the folders of its id.
   *
   * @param find gives a document, or nothing where it is gone meanwhile
   * @param out is flushed and left open
   */
  public static void zip(
      OutputStream out,
      List<DocumentId> documents,
      Function<DocumentId, Optional<LiveDocument>> find,
      UnitFormat format)
      throws IOException {
    var zip = new ZipOutputStream(out);
    for (DocumentId id : documents) {
      Optional<LiveDocument> document = find.apply(id);
      if (document.isPresent()) {
        var entry = new ZipEntry(id.value() + "." + format.code());
        entry.setLastModifiedTime(FileTime.from(Instant.EPOCH)); // the same bytes each time
        zip.putNextEntry(entry);
        format.write(zip, of(document.get()));
        zip.closeEntry();
      }
    }
    zip.finish();
    zip.flush();
  }
}
