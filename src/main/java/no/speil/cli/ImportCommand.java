package no.speil.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.State;
import no.speil.corpus.text.Normalization;
import no.speil.download.DownloadRefusedException;
import no.speil.download.PageDownload;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.HtmlConverter;
import no.speil.exchange.unit.UnitFiles;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.imports.DocumentNames;
import no.speil.library.imports.ImportTarget;
import no.speil.library.imports.ImportTarget.Mode;
import no.speil.library.imports.TextImport;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
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

  @Option(names = "--update")
  private boolean updates;

  @Option(names = "--state", paramLabel = "STATE")
  private @Nullable State state;

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
    if ((updates || state != null) && kind != Kind.TEXTS) {
      throw usageError("--update and --state are for files and folders of texts.");
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
    DocumentNames names = names();
    var download = new PageDownload(allowsPrivate, PAGE_PATIENCE, HtmlConverter.MOST_BYTES);
    try (Archive archive = root.openReadOnly()) {
      var target = new ImportTarget(archive, updates ? Mode.UPDATE : Mode.ADD, isDryRun);
      var pages = new PageImport(archive, target, names, download);
      for (String address : given) {
        try {
          if (document == null) {
            pages.run(address);
          } else {
            pages.fill(document, address);
          }
        } catch (ConversionRefusedException e) {
          target.refused(address, e.said());
        } catch (DownloadRefusedException e) {
          target.refused(address, PageImport.said(String.valueOf(e.getMessage())));
        }
      }
      return report(target);
    }
  }

  private DocumentNames names() {
    return new DocumentNames(
        name == null ? "" : checked("--id", name.replaceFirst("\\.md$", "")),
        into.isEmpty() ? "" : checked("--into", into.replaceFirst("/+$", "")));
  }

  private String checked(String option, String wanted) {
    String composed = Normalization.compose(wanted);
    Optional<String> cleaned = DocumentNames.cleaned(composed);
    if (cleaned.isEmpty() || !cleaned.get().equals(composed)) {
      throw usageError(
          "%s: %s cannot be a name here%s"
              .formatted(option, wanted, cleaned.map(fit -> "; " + fit + " can.").orElse(".")));
    }
    return composed;
  }

  private int report(ImportTarget target) {
    target
        .lines()
        .forEach(
            (about, said) -> {
              out().println(about);
              said.forEach(message -> out().println("  " + Messages.ENGLISH.of(message)));
            });
    out().println(Messages.ENGLISH.of(target.total()));
    return exitCode(target.isComplete());
  }

  private int importTexts(List<Path> paths) throws InterruptedException {
    if (pairs && paths.size() % 2 != 0) {
      throw usageError("With --pairs each NORWEGIAN needs its ENGLISH after it.");
    }
    boolean marks = state != null && !isDryRun;
    if (state != null && state != State.TRANSLATED) {
      throw wrong(spec, "--state", "what is imported is a draft, or translated");
    }
    if (marks) {
      root.open().close(); // or else says who uses it, before anything is written
    }
    try (Archive archive = root.openReadOnly()) {
      var target = new ImportTarget(archive, updates ? Mode.UPDATE : Mode.ADD, isDryRun);
      new TextImport(target, names()).run(paths, pairs);
      int code = report(target);
      return marks && !mark(target.documents()) ? SpeilCommand.FOUND_PROBLEMS : code;
    }
  }

  /** Whether all could be marked. */
  private boolean mark(Set<DocumentId> documents) throws InterruptedException {
    var actor = new Actor(person, "cli");
    return IndexLocation.withLibrary(
        root.open(),
        library -> {
          int marked = 0;
          boolean isComplete = true;
          for (DocumentId id : documents) {
            try {
              marked += library.marks().markTranslated(id, actor);
            } catch (ActionRefusedException e) {
              isComplete = false;
              out().println(id + ": not marked: " + RefusalTexts.of(Messages.ENGLISH, e));
            }
          }
          out().println(amount(marked, "section") + " marked as translated.");
          return isComplete;
        });
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
