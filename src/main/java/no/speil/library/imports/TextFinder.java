package no.speil.library.imports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.text.Message;
import no.speil.corpus.text.Normalization;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.ImportedText;
import no.speil.exchange.convert.TextConverter;

/** Finds the texts in what was given, and what each of them says of itself. */
final class TextFinder {
  /** Files with text for people that others must convert first. */
  private static final Set<String> OF_OTHER_PROGRAMS =
      Set.copyOf(ResourceFile.words(TextFinder.class, "other-extensions.txt"));

  private static final ImportedText UNREAD =
      new ImportedText(new ConvertedText(Map.of(), "", List.of(), List.of()), false, "");

  private final ImportTarget target;

  /** The archive's own texts, which are passed over. */
  private final List<Path> ofArchive;

  TextFinder(ImportTarget target) {
    this.target = target;
    Path archive = target.archive.root();
    this.ofArchive = List.of(archive.resolve("archive"), archive.resolve("translations"));
  }

  /**
   * A file by itself, or all texts of a folder in the order of their paths.
   *
   * @param isReadable whether to read a file; of others only the path says what they are
   */
  List<TextFile> find(Path given, Predicate<Path> isReadable) {
    Path root = given.toAbsolutePath().normalize();
    if (!Files.isDirectory(given)) {
      Path folder = Objects.requireNonNullElse(root.getParent(), root);
      return read(folder, SiteGenerator.NONE, root, root.getFileName().toString(), isReadable);
    }
    if (ofArchive.stream().anyMatch(real(root)::startsWith)) {
      target.refused(given.toString(), Message.of("text-import.refused.own"));
      return List.of();
    }
    SiteGenerator site = SiteGenerator.of(root);
    Path texts = site.texts(root);
    Walker walker = walk(texts, site, ofArchive);
    walker.files.sort(null);
    String prefix = prefix(root, texts);
    var found = new ArrayList<TextFile>();
    for (String path : walker.files) {
      String shown = prefix + Normalization.compose(path.replace('\\', '/'));
      found.addAll(read(root, site, texts.resolve(path), shown, isReadable));
    }
    tellOthers(given, walker);
    if (!texts.equals(root)) {
      tellOutside(given, texts, walk(root, site, passedOver(root, texts)));
    }
    return found;
  }

  private Walker walk(Path folder, SiteGenerator site, List<Path> passedOver) {
    var walker = new Walker(folder, site, passedOver);
    try {
      Files.walkFileTree(folder, walker);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      target.refused(folder.toString(), Message.of("convert.unreadable-folder", why));
    }
    return walker;
  }

  /** What is read already, and what the generator has made or been given. */
  private List<Path> passedOver(Path root, Path texts) {
    Stream<Path> ofSite =
        Stream.of("public", "resources", "themes", "layouts", "archetypes").map(root::resolve);
    return Stream.concat(Stream.concat(Stream.of(texts), ofArchive.stream()), ofSite).toList();
  }

  private void tellOutside(Path given, Path texts, Walker walker) {
    var byEnding = new TreeMap<>(walker.others);
    walker.files.forEach(path -> byEnding.merge(TextConverter.ending(path), 1, Integer::sum));
    if (!byEnding.isEmpty()) {
      String counts =
          byEnding.entrySet().stream()
              .map(each -> each.getValue() + " ." + each.getKey())
              .collect(Collectors.joining(", "));
      target.note(
          given.toString(),
          Message.of("text-import.outside", String.valueOf(texts.getFileName()), counts));
    }
  }

  /** A folder that is named for a language says so of what lies in it. */
  private static String prefix(Path root, Path texts) {
    Path name = root.getFileName();
    boolean says = texts.equals(root) && name != null && TextFile.ofFolder(name.toString()) != null;
    return says ? name + "/" : "";
  }

  private void tellOthers(Path given, Walker walker) {
    if (walker.files.isEmpty()) {
      target.refused(given.toString(), Message.of("text-import.refused.no-text"));
    }
    walker.others.forEach(
        (ending, number) ->
            target.refused(
                given + "/*." + ending, Message.of("text-import.refused.format", number, ending)));
    walker.unreadable.forEach(target::refused);
    walker.links.forEach(link -> target.refused(link, Message.of("text-import.refused.link")));
  }

  private List<TextFile> read(
      Path root, SiteGenerator site, Path file, String path, Predicate<Path> isReadable) {
    try {
      ImportedText text = isReadable.test(file) ? TextReader.read(file) : UNREAD;
      return List.of(TextFile.of(root, site, file, path, text));
    } catch (ConversionRefusedException e) {
      target.refused(path, e.said());
      return List.of();
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder; // it is told of when it is walked
    }
  }

  private static final class Walker extends SimpleFileVisitor<Path> {
    private final Path texts;
    private final SiteGenerator site;
    private final List<Path> ofArchive;
    private final List<String> files = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final Map<String, Message> unreadable = new TreeMap<>();
    private final Map<String, Integer> others = new TreeMap<>();

    Walker(Path texts, SiteGenerator site, List<Path> ofArchive) {
      this.texts = texts;
      this.site = site;
      this.ofArchive = ofArchive;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean isRead = folder.equals(texts) || site.reads(folder.getFileName().toString());
      return isRead && !ofArchive.contains(real(folder))
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = texts.relativize(file).toString();
      if (file.getFileName().toString().matches("(?s)[.~].*")) { // hidden, or temporary
        return FileVisitResult.CONTINUE;
      }
      boolean isText = TextConverter.reads(path) && site.readsEnding(TextConverter.ending(path));
      if (attributes.isSymbolicLink() && (isText || Files.isDirectory(file))) {
        links.add(path);
      } else if (isText && attributes.isRegularFile()) {
        files.add(path);
      } else if (OF_OTHER_PROGRAMS.contains(TextConverter.ending(path))) {
        others.merge(TextConverter.ending(path), 1, Integer::sum);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unreadable.put(texts.relativize(file).toString(), TextReader.unreadable(e));
      return FileVisitResult.CONTINUE;
    }
  }
}
