package no.speil.web.search;

import java.io.IOException;
import java.io.OutputStream;
import no.speil.corpus.Language;
import no.speil.exchange.XliffWriter;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import org.jspecify.annotations.Nullable;

/** A document as XLIFF. */
public final class DocumentXliff {
  private DocumentXliff() {}

  /**
   * Writes all of it.
   *
   * @param out is flushed and left open
   */
  public static void write(OutputStream out, LiveDocument document) throws IOException {
    var head =
        new XliffWriter.Head(
            "archive/" + document.id().value() + ".md",
            tag(document.original()),
            document.translation() == null ? "en" : tag(document.translation()));
    new XliffWriter().write(out, head, document.sections());
  }

  private static String tag(@Nullable SideFile sideFile) {
    return (sideFile == null ? Language.UNDETERMINED : sideFile.text().metadata().language()).tag();
  }
}
