package no.speil.library;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.FileStamp;
import no.speil.archive.Finds;
import no.speil.archive.Found;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.library.Marks.Stamps;
import no.speil.markdown.MarkdownReader;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the archive's folders: finds, from the file system's stamps alone, the documents
 * whose files are not as they were read.
 */
final class Sweep implements Finds {
  private final Archive archive;
  private final Catalogue catalogue;
  private final Map<DocumentId, Sighting> seen = new HashMap<>();
  private final Map<String, Found> astray = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** What was seen of one document. */
  private static final class Sighting {
    @Nullable FileStamp original;
    @Nullable FileStamp translation;
    @Nullable FileStamp record;
    String translationPath = "";

    boolean hasText() {
      return original != null || translation != null;
    }

    Turn turn() {
      if (original != null) {
        return Turn.WITH_ORIGINAL;
      }
      return record == null ? Turn.OTHERS : Turn.LEFT_BEHIND;
    }

    Stamps stamps() {
      return new Stamps(
          Optional.ofNullable(original),
          Optional.ofNullable(translation),
          Optional.ofNullable(record));
    }
  }

  /** A document to read again, and where its translation is. */
  record Due(DocumentId id, String translationPath, Turn turn) {}

  /**
   * In which order documents are read, so that a renamed one finds its record, and its translation
   * is not taken for another's.
   */
  enum Turn {
    /** What has a record and no original may be a document's under its former name. */
    LEFT_BEHIND,
    WITH_ORIGINAL,
    OTHERS
  }

  Sweep(Archive archive, Catalogue catalogue) {
    this.archive = archive;
    this.catalogue = catalogue;
  }

  /** The documents that are new, changed or gone. */
  List<Due> due() {
    archive.walk(this);
    astray.forEach(this::assign);
    var due = new ArrayList<Due>();
    seen.forEach(
        (id, sighting) -> {
          if (isDue(id, sighting)) {
            due.add(new Due(id, path(id, sighting), sighting.turn()));
          }
        });
    for (DocumentId id : catalogue.ids()) {
      Sighting sighting = seen.get(id);
      if (sighting == null || !sighting.hasText()) {
        due.add(new Due(id, Archive.translationPath(id), Turn.LEFT_BEHIND));
      }
    }
    due.sort(Comparator.comparing(Due::turn).thenComparing(Due::id));
    return due;
  }

  /** All documents that have a text. */
  List<DocumentId> documents() {
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue().hasText())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Of all originals together, in bytes. */
  long originalsSize() {
    return seen.values().stream()
        .map(sighting -> sighting.original)
        .filter(Objects::nonNull)
        .mapToLong(FileStamp::size)
        .sum();
  }

  /** What the walk itself met. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Documents of which only the record is left. */
  List<DocumentId> vanished() {
    return seen.entrySet().stream()
        .filter(entry -> !entry.getValue().hasText())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void found(Found found) {
    Sighting sighting = seen.computeIfAbsent(found.id(), id -> new Sighting());
    switch (found.role()) {
      case ORIGINAL -> sighting.original = found.stamp();
      case RECORD -> sighting.record = found.stamp();
      case TRANSLATION -> {
        if (sighting.original != null || !isAstray(found)) {
          sighting.translation = found.stamp();
          sighting.translationPath = found.path();
        }
      }
    }
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Whether a translation without an original beside it belongs to another document. */
  private boolean isAstray(Found found) {
    Optional<DocumentId> known = catalogue.ownerOfTranslation(found.path());
    Optional<DocumentId> owner =
        known.isPresent() || isKnownOwn(found) ? known : namedOriginal(found);
    owner
        .map(this::underTodaysName)
        .filter(id -> !id.equals(found.id()))
        .ifPresent(
            id ->
                astray.put(found.path(), new Found(found.role(), id, found.path(), found.stamp())));
    return astray.containsKey(found.path());
  }

  private DocumentId underTodaysName(DocumentId named) {
    Sighting sighting = seen.get(named);
    return sighting != null && sighting.original != null
        ? named
        : catalogue.heir(named).orElse(named);
  }

  private boolean isKnownOwn(Found found) {
    return catalogue
        .card(found.id())
        .filter(card -> card.translationPath().equals(found.path()))
        .map(Card::marks)
        .map(Marks::translation)
        .filter(mark -> mark.isProvenBy(found.stamp()))
        .isPresent();
  }

  private Optional<DocumentId> namedOriginal(Found found) {
    try {
      return archive
          .translation(found.path())
          .map(
              file ->
                  new MarkdownReader()
                      .read(file.text(), file.path(), found.id().name(), Side.TRANSLATION))
          .flatMap(page -> DocumentId.parse(page.text().metadata().provenance().original()));
    } catch (UncheckedIOException e) {
      return Optional.empty(); // reading the document lists it as a problem
    }
  }

  private void assign(String path, Found found) {
    Sighting sighting = seen.computeIfAbsent(found.id(), id -> new Sighting());
    if (sighting.translation != null) {
      problems.add(
          Problem.of(
              "translations/" + path,
              0,
              Problem.Kind.SECOND_TRANSLATION,
              found.id().value(),
              "translations/" + sighting.translationPath));
    } else {
      sighting.translation = found.stamp();
      sighting.translationPath = path;
    }
  }

  private boolean isDue(DocumentId id, Sighting sighting) {
    if (!sighting.hasText()) {
      return false;
    }
    return catalogue
        .card(id)
        .map(
            card ->
                !card.translationPath().equals(path(id, sighting))
                    || !card.marks().areProvenBy(sighting.stamps()))
        .orElse(true);
  }

  private static String path(DocumentId id, Sighting sighting) {
    return sighting.translationPath.isEmpty()
        ? Archive.translationPath(id)
        : sighting.translationPath;
  }
}
