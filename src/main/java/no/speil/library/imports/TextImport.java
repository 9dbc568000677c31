package no.speil.library.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.AtomicFile;
import no.speil.archive.AttachedFile;
import no.speil.archive.StoredImport;
import no.speil.corpus.Language;
import no.speil.corpus.text.Message;
import org.jspecify.annotations.Nullable;

/** Imports files and folders of texts: finds them, pairs the languages, and has them written. */
public final class TextImport {
  /** Which of several files with the same text is taken. */
  private static final List<String> PREFERRED = List.of("md", "docx", "html", "htm", "txt");

  private final ImportTarget target;
  private final DocumentNames names;
  private final TextFinder finder;

  public TextImport(ImportTarget target, DocumentNames names) {
    this.target = target;
    this.names = names;
    this.finder = new TextFinder(target);
  }

  /** A document to be: its texts in both languages, or in one. */
  record Pair(String name, @Nullable TextFile norwegian, @Nullable TextFile english) {
    Stream<Path> files() {
      return Stream.of(norwegian, english).filter(file -> file != null).map(TextFile::file);
    }
  }

  /**
   * Imports what was given.
   *
   * @param inPairs whether two and two belong together, the Norwegian first
   */
  public void run(List<Path> given, boolean inPairs) {
    List<TextFile> files =
        inPairs
            ? givenPairs(given)
            : given.stream().flatMap(each -> finder.find(each, file -> true).stream()).toList();
    List<Pair> pairs = pair(files);
    if (names.isForOne() && pairs.size() > 1) {
      target.refused(
          given.getFirst().toString(), Message.of("text-import.refused.one-id", pairs.size()));
      return;
    }
    new TextWriter(target, names).write(pairs, file -> true);
  }

  /**
   * Imports the texts of a folder.
   *
   * @param isAtRest whether nobody is writing a file; of a document whose text is being written,
   *     nothing is imported
   */
  void run(Path folder, Predicate<Path> isAtRest) {
    new TextWriter(target, names).write(pair(finder.find(folder, isAtRest)), isAtRest);
  }

  /**
   * Imports files that somebody has sent, from a folder that is there only meanwhile. Pictures come
   * with the texts that show them.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public void run(List<StoredImport.File> sent) {
    try {
      Path temporary = Files.createTempDirectory("speil-import").toAbsolutePath().normalize();
      try {
        var texts = new ArrayList<Path>();
        var pictures = new ArrayList<Path>();
        for (StoredImport.File each : sent) {
          String name = DocumentNames.cleaned(each.name()).orElse("");
          Path file = temporary.resolve(name);
          if (name.isEmpty() || !AtomicFile.create(file, each.content())) {
            target.refused(each.name(), Message.of("text-import.refused.name"));
          } else {
            (AttachedFile.Kind.IMAGE.is(name) ? pictures : texts).add(file);
          }
        }
        run(texts, false);
        pictures.removeAll(target.shown);
        for (Path each : pictures) {
          String name = temporary.relativize(each).toString();
          target.refused(name, Message.of("text-import.refused.not-shown"));
        }
      } finally {
        AtomicFile.deleteTree(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("using a temporary folder", e);
    }
  }

  private List<TextFile> givenPairs(List<Path> given) {
    var files = new ArrayList<TextFile>();
    for (int i = 0; i + 1 < given.size(); i += 2) {
      boolean isFile = !Files.isDirectory(given.get(i));
      List<TextFile> norwegian = in(Language.BOKMAAL, Language::isNorwegian, given.get(i));
      List<TextFile> english = in(Language.ENGLISH, Language::isEnglish, given.get(i + 1));
      boolean areTwo = isFile && norwegian.size() == 1 && english.size() == 1;
      Stream.concat(norwegian.stream(), english.stream())
          .map(file -> file.named(areTwo ? norwegian.getFirst().name() : file.name()))
          .forEach(files::add);
    }
    return files;
  }

  private List<TextFile> in(Language expected, Predicate<Language> fits, Path given) {
    return finder.find(given, file -> true).stream()
        .map(file -> fits.test(file.language()) ? file : file.in(expected))
        .toList();
  }

  private List<Pair> pair(List<TextFile> files) {
    Map<String, List<TextFile>> byKey =
        files.stream()
            .filter(file -> !file.pairKey().isEmpty())
            .collect(Collectors.groupingBy(TextFile::pairKey));
    var documents = new LinkedHashMap<String, List<TextFile>>();
    for (TextFile file : files) {
      List<TextFile> partners = byKey.getOrDefault(file.pairKey(), List.of());
      boolean isKeyed =
          partners.size() == 2
              && partners.stream().anyMatch(each -> each.language().isNorwegian())
              && partners.stream().anyMatch(each -> each.language().isEnglish());
      String key = isKeyed ? "key " + file.pairKey() : "name " + file.name();
      documents.computeIfAbsent(key, each -> new ArrayList<>()).add(file);
    }
    return documents.values().stream().map(this::pairOf).flatMap(List::stream).toList();
  }

  private List<Pair> pairOf(List<TextFile> files) {
    TextFile norwegian = choose(files, Language::isNorwegian, TextImport::norwegianRank);
    TextFile english = choose(files, Language::isEnglish, file -> file.language().tag().length());
    for (TextFile file : files) {
      Language language = file.language();
      if (language.equals(Language.UNDETERMINED) && norwegian == null) {
        norwegian = file.in(Language.BOKMAAL);
        target.note(file.path(), Message.of("text-import.taken-as-norwegian"));
      } else if (language.equals(Language.UNDETERMINED) && english == null) {
        english = file.in(Language.ENGLISH);
        target.note(file.path(), Message.of("text-import.taken-as-english"));
      } else if (!file.equals(norwegian) && !file.equals(english)) {
        target.refused(file.path(), whyNot(file, norwegian, english));
      }
    }
    TextFile named = norwegian != null ? norwegian : english;
    return named == null ? List.of() : List.of(new Pair(named.name(), norwegian, english));
  }

  private static int norwegianRank(TextFile file) {
    String tag = file.language().tag();
    return tag.startsWith("nb") ? 0 : tag.startsWith("no") ? 1 : 2;
  }

  private static @Nullable TextFile choose(
      List<TextFile> files, Predicate<Language> language, ToIntFunction<TextFile> rank) {
    return files.stream()
        .filter(file -> language.test(file.language()))
        .min(
            Comparator.comparingInt(rank)
                .thenComparingInt(file -> Math.max(0, PREFERRED.indexOf(file.ending())))
                .thenComparing(TextFile::path))
        .orElse(null);
  }

  private static Message whyNot(
      TextFile file, @Nullable TextFile norwegian, @Nullable TextFile english) {
    Language language = file.language();
    TextFile taken = language.isEnglish() ? english : norwegian;
    if (taken == null || !(language.isEnglish() || language.isNorwegian())) {
      return language.equals(Language.UNDETERMINED)
          ? Message.of("text-import.refused.both-there")
          : Message.of("text-import.refused.language", language.toString());
    }
    return Message.of("text-import.refused.double", taken.path());
  }
}
