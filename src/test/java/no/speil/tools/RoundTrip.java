package no.speil.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.speil.TestCorpora;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportedUnit;
import no.speil.exchange.unit.SectionUnits;
import no.speil.exchange.unit.TextUnit;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LiveDocument;
import no.speil.library.scan.ArchiveScan;
import no.speil.tools.TranslationComparison.Outcome;
import no.speil.tools.UntranslatedArchive.ImportedDocument;

/**
 * Takes the translations of an archive away, exports it, lets another program fill in what a memory
 * of the real translations has, and imports that.
 */
final class RoundTrip {
  private static final Map<Path, RoundTrip> READ = new ConcurrentHashMap<>();

  private final Path archive;
  private final List<LiveDocument> translated = new ArrayList<>();
  private final TextMemory memory;

  private RoundTrip(Path archive) {
    this.archive = archive;
    try (Archive opened = Archive.openReadOnly(archive.toAbsolutePath(), Clock.systemUTC())) {
      ArchiveScan.of(opened, Clock.systemUTC(), translated::add);
    }
    translated.removeIf(document -> document.original() == null);
    this.memory = new TextMemory(texts());
  }

  /**
   * Of the archive of a corpus, which is only read.
   *
   * @param corpus empty for the archive of this folder
   */
  static RoundTrip of(String corpus) {
    Path archive = corpus.isEmpty() ? Path.of("").toAbsolutePath() : TestCorpora.require(corpus);
    return READ.computeIfAbsent(archive, RoundTrip::new);
  }

  /** All texts that go out to be translated, with their real translations. */
  List<TextUnit> texts() {
    return texts(translated);
  }

  private static List<TextUnit> texts(List<LiveDocument> documents) {
    return documents.stream()
        .flatMap(document -> document.sections().stream())
        .flatMap(section -> SectionUnits.of(section).units().stream())
        .filter(TextUnit::translatable)
        .toList();
  }

  Path archive() {
    return archive;
  }

  /** Writes each document with its real translation into a folder, under its id. */
  void exportTranslated(UnitFormat format, Path folder) {
    UntranslatedArchive.export(translated, format, folder);
  }

  /** Another program, which fills in translations. */
  interface Filler {
    /**
     * Fills exported files.
     *
     * @param exported a folder with a file for each document
     * @param filled where files of the same names are to be
     */
    void fill(Path exported, Path filled, TextMemory memory) throws IOException;
  }

  /**
   * What became of an archive.
   *
   * @param exported texts that went out to be translated
   * @param read of them, when they came back
   * @param filled of them by the program
   * @param steps of the import, by what they do and why
   * @param outcomes of all sections
   * @param blocks that came back, and were saved
   * @param codes in them
   * @param broken translations that have other blocks or codes than their originals
   * @param unexplained translations that differ from the real ones
   */
  record Figures(
      int documents,
      int exported,
      int read,
      int filled,
      Map<String, Integer> steps,
      Map<Outcome, Integer> outcomes,
      int blocks,
      int codes,
      List<String> broken,
      List<String> unexplained) {

    /** How many sections came to that. */
    int count(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    /** Texts that became suggestions, since codes were lost, doubled or added. */
    int suggested() {
      return steps.entrySet().stream()
          .filter(step -> step.getKey().startsWith("SUGGEST"))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /**
   * Makes one round.
   *
   * @param folder the same for all rounds, so that the originals are indexed once
   */
  Figures run(UnitFormat format, Path folder, Filler program) {
    try {
      Path indexed = folder.resolve(archive.getFileName());
      if (!Files.exists(indexed)) {
        UntranslatedArchive.index(archive, Files.createDirectory(indexed));
      }
      Path round = Files.createTempDirectory(folder, "round");
      Path copy = round.resolve("copy");
      Path exported = Files.createDirectory(round.resolve("exported"));
      Path filled = Files.createDirectory(round.resolve("filled"));
      try (UntranslatedArchive untranslated = UntranslatedArchive.copy(indexed, ids(), copy)) {
        UntranslatedArchive.export(untranslated.documents(), format, exported);
        Set<String> texts =
            texts(untranslated.documents()).stream().map(TextUnit::id).collect(Collectors.toSet());
        program.fill(exported, filled, memory);
        return figures(texts, untranslated.importAll(format, filled), untranslated.documents());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in " + folder, e);
    }
  }

  private Figures figures(
      Set<String> exported, List<ImportedDocument> imported, List<LiveDocument> now) {
    Map<DocumentId, LiveDocument> real = byId(translated);
    Map<DocumentId, LiveDocument> documents = byId(now);
    var comparison = new TranslationComparison(memory);
    var steps = new TreeMap<String, Integer>();
    int read = 0;
    int filled = 0;
    for (ImportedDocument each : imported) {
      for (ImportedUnit unit : each.units()) {
        boolean isFilled = unit.target() != null && !unit.target().isBlank();
        read += exported.contains(unit.id()) ? 1 : 0;
        filled += exported.contains(unit.id()) && isFilled ? 1 : 0;
      }
      for (ImportStep step : each.steps()) {
        steps.merge(step.kind() + " " + step.reason(), 1, Integer::sum);
      }
      comparison.compare(
          Objects.requireNonNull(real.get(each.document())),
          Objects.requireNonNull(documents.get(each.document())),
          each.steps());
    }
    return new Figures(
        imported.size(),
        exported.size(),
        read,
        filled,
        steps,
        comparison.outcomes(),
        comparison.blocks(),
        comparison.codes(),
        comparison.broken(),
        comparison.unexplained());
  }

  private List<DocumentId> ids() {
    return translated.stream().map(LiveDocument::id).toList();
  }

  private static Map<DocumentId, LiveDocument> byId(List<LiveDocument> documents) {
    Map<DocumentId, LiveDocument> byId = new HashMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    return byId;
  }
}
