package no.speil.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.download.DownloadRefusedException;
import no.speil.download.PageDownload;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.HtmlConverter;
import no.speil.exchange.unit.UnitFiles;
import no.speil.library.actions.Actor;
import no.speil.people.AccountName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings texts from elsewhere into the archive. Decides only what kind of thing each one is. */
@Command(
    name = "import",
    description = {
      "Bring texts into the archive, as new documents; no text that is there is changed. Or bring"
          + " translations back from translators' tools: XLIFF, PO or TMX files as Speil has"
          + " exported them, or ZIP files of them.",
      "FILE or FOLDER: Markdown, plain text, HTML or DOCX; a site of Hugo or Jekyll; a folder"
          + " with both languages, told apart by names (letter.nb.md and letter.en.md), by folders"
          + " (no/letter.md and en/letter.md), by the files' own details, or by their words.",
      "URL: the main text of one page of the web; only then is another server asked."
    },
    footer = "%nExit code 1 where something was not imported, else 0.")
final class ImportCommand extends ArchiveCommand {
  /** How long one page may take, with all that its address leads to. */
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "What the document is to be called, as 2015/letter; for one document only.")
  private @Nullable String name;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who counts as the translator of texts that come back; the user by default.")
  private String person = AccountName.ofUser(System.getProperty("user.name", ""));

  @Option(
      names = "--undo",
      paramLabel = "IMPORT",
      description = "Take back an import of translations, by the id that it was told with.")
  private @Nullable String undo;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "The folder of the archive to put the documents in, as 2015.")
  private String into = "";

  @Option(
      names = "--pairs",
      description =
          "Two and two belong together: NORWEGIAN ENGLISH, files or folders with the same names.")
  private boolean pairs;

  @Option(
      names = "--as-original-of",
      paramLabel = "ID",
      description =
          "Put the page's text into the original of this document, which has none; its front matter"
              + " stays.")
  private @Nullable String filled;

  @Option(
      names = "--allow-private",
      description = "Also fetch pages of this machine and its own network.")
  private boolean allowsPrivate;

  @Option(names = "--dry-run", description = "Say what would be done, and write nothing.")
  private boolean isDryRun;

  @Parameters(paramLabel = "FILE|FOLDER|URL", arity = "0..*", description = "What to import.")
  private List<String> given = List.of();

  /** What is imported in different ways. */
  private enum Kind {
    TEXTS,
    UNITS,
    PAGE
  }

  @Override
  public Integer call() throws InterruptedException {
    var units = new UnitImportRun(root, new Actor(person, "cli"), out());
    if (undo != null) {
      return units.undo(undo);
    }
    if (given.isEmpty()) {
      throw usageError("Say what to import.");
    }
    var byKind = new EnumMap<Kind, List<String>>(Kind.class);
    given.forEach(each -> byKind.computeIfAbsent(kind(each), key -> new ArrayList<>()).add(each));
    if (byKind.size() > 1) {
      throw usageError("Texts, translation units and web pages are imported one kind at a time.");
    }
    Kind kind = byKind.keySet().iterator().next();
    if (!isDryRun) {
      root.prepare();
    }
    if (filled != null && kind != Kind.PAGE) {
      throw usageError("--as-original-of is for a page of the web.");
    }
    return switch (kind) {
      case TEXTS -> importTexts(given);
      case UNITS -> units.read(given.stream().map(this::path).toList(), isDryRun);
      case PAGE -> importPages(given);
    };
  }

  private static Kind kind(String given) {
    String lower = given.toLowerCase(Locale.ROOT);
    if (lower.matches("[a-z][a-z0-9+.-]+:/.*")) {
      return Kind.PAGE;
    }
    return UnitFiles.isOne(lower) ? Kind.UNITS : Kind.TEXTS;
  }

  private int importPages(List<String> addresses) throws InterruptedException {
    if (addresses.size() > 1 && (filled != null || name != null)) {
      throw usageError("--id and --as-original-of are for one page only.");
    }
    DocumentId document = filled == null ? null : document(filled);
    DocumentNames names = DocumentNames.of(this, name, into);
    try (Archive archive = root.openReadOnly();
        var download = new PageDownload(allowsPrivate, PAGE_PATIENCE, HtmlConverter.MOST_BYTES)) {
      var target = new ImportTarget(archive, isDryRun);
      var pages = new PageImport(archive, target, names, download);
      for (String address : addresses) {
        try {
          if (document == null) {
            pages.run(address);
          } else {
            pages.fill(document, address);
          }
        } catch (DownloadRefusedException | ConversionRefusedException e) {
          target.refused(address, String.valueOf(e.getMessage()));
        }
      }
      return report(target);
    }
  }

  private int report(ImportTarget target) {
    target.print(out());
    return exitCode(target.isComplete());
  }

  private DocumentId document(String id) {
    return DocumentId.parse(id.replaceFirst("\\.md$", ""))
        .orElseThrow(() -> usageError(id + " is no id of a document."));
  }

  private int importTexts(List<String> wanted) {
    List<Path> paths = wanted.stream().map(this::path).toList();
    if (pairs && paths.size() % 2 != 0) {
      throw usageError("With --pairs each NORWEGIAN needs its ENGLISH after it.");
    }
    try (Archive archive = root.openReadOnly()) {
      var target = new ImportTarget(archive, isDryRun);
      new TextImport(target, DocumentNames.of(this, name, into), archive.root()).run(paths, pairs);
      return report(target);
    }
  }

  private Path path(String given) {
    String refusal = "There is no " + given + ".";
    try {
      Path path = Path.of(given);
      if (Files.exists(path)) {
        return path;
      }
      if (!Files.notExists(path)) {
        refusal = "You may not look at " + given + ": run this as a user who may.";
      }
    } catch (InvalidPathException e) {
      // No file can have that name.
    }
    throw usageError(refusal);
  }
}
