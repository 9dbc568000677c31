package no.speil.web.imports;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import no.speil.archive.MemoryFolder;
import no.speil.archive.StoredImport;
import no.speil.exchange.unit.TmxReader;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.library.imports.MemoryFiles.MemoryFile;
import no.speil.messages.Messages;
import no.speil.web.http.Json;
import no.speil.web.http.UploadForm;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.section.Submission;

/** The translation memories of other programs: what there is, and more of it. */
public final class MemoryPage {
  private final SiteContext site;

  public MemoryPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    show(context, List.of());
  }

  private void show(Context context, List<String> said) {
    PageShell shell = site.shell(context, "memories.title");
    var view = new View(shell, said, site.library().memories().files());
    site.show(context, "imports/memories", view);
  }

  /** Keeps files that can be read to their end. */
  public void upload(Submission submission) {
    Context context = submission.context();
    if (!submission.isForm()) {
      Json.write(context.status(201), UploadForm.takeOfProgram(context, this::keep));
      return;
    }
    Messages t = site.messages(context);
    show(context, UploadForm.of(context).take(context, t, file -> List.of(said(t, keep(file)))));
  }

  private static String said(Messages t, KeptJson kept) {
    return t.of("memories.kept", kept.file(), kept.units());
  }

  private KeptJson keep(StoredImport.File file) throws UnreadableFileException {
    if (!file.name().toLowerCase(Locale.ROOT).endsWith(MemoryFolder.ENDING)) {
      throw new UnreadableFileException(Reason.UNKNOWN_KIND, 0, "");
    }
    var units = new AtomicInteger();
    TmxReader.pairs(
        new ByteArrayInputStream(file.content()),
        (original, translation) -> units.incrementAndGet());
    return new KeptJson(site.library().memories().put(file.name(), file.content()), units.get());
  }

  /**
   * The page.
   *
   * @param said what was done, in sentences
   * @param files by their names; empty where they are not read yet
   */
  public record View(
      PageShell shell, List<String> said, SortedMap<String, Optional<MemoryFile>> files) {}

  /** A file that was uploaded, and how many texts it has. */
  record KeptJson(String file, int units) {}
}
