package no.speil.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
@Command(name = "import")
final class ImportCommand extends ArchiveCommand {
  /** How long one page may take, with all that its address leads to. */
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(60);

  @Option(names = "--id", paramLabel = "ID")
  private @Nullable String name;

  @Option(names = "--as", paramLabel = "NAME")
  private String person = AccountName.ofUser(System.getProperty("user.name", ""));

  @Option(names = "--undo", paramLabel = "IMPORT")
  private @Nullable String undo;

  @Option(names = "--into", paramLabel = "FOLDER")
  private String into = "";

  @Option(names = "--pairs")
  private boolean pairs;

  @Option(names = "--as-original-of", paramLabel = "ID")
  private @Nullable String filled;

  @Option(names = "--allow-private")
  private boolean allowsPrivate;

  @Option(names = "--dry-run")
  private boolean isDryRun;

  @Parameters(paramLabel = "FILE|FOLDER|URL", descriptionKey = "file", arity = "0..*")
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
    Set<Kind> kinds = given.stream().map(ImportCommand::kind).collect(Collectors.toSet());
    if (kinds.size() > 1) {
      throw usageError("Texts, translation units and web pages are imported one kind at a time.");
    }
    Kind kind = kinds.iterator().next();
    if (!isDryRun) {
      root.prepare();
    }
    if (filled != null && kind != Kind.PAGE) {
      throw usageError("--as-original-of is for a page of the web.");
    }
    return switch (kind) {
      case TEXTS -> importTexts(given.stream().map(this::path).toList());
      case UNITS -> units.read(given.stream().map(this::path).toList(), isDryRun);
      case PAGE -> importPages();
    };
  }

  private static Kind kind(String given) {
    String lower = given.toLowerCase(Locale.ROOT);
    if (lower.matches("[a-z][a-z0-9+.-]+:/.*")) {
      return Kind.PAGE;
    }
    return UnitFiles.isOne(lower) ? Kind.UNITS : Kind.TEXTS;
  }

  private int importPages() {
    if (given.size() > 1 && (filled != null || name != null)) {
      throw usageError("--id and --as-original-of are for one page only.");
    }
    DocumentId document =
        filled == null
            ? null
            : DocumentId.parse(filled.replaceFirst("\\.md$", ""))
                .orElseThrow(() -> usageError(filled + " is no id of a document."));
    DocumentNames names = DocumentNames.of(this, name, into);
    var download = new PageDownload(allowsPrivate, PAGE_PATIENCE, HtmlConverter.MOST_BYTES);
    try (Archive archive = root.openReadOnly()) {
      var target = new ImportTarget(archive, isDryRun);
      var pages = new PageImport(archive, target, names, download);
      for (String address : given) {
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

  private int importTexts(List<Path> paths) {
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
