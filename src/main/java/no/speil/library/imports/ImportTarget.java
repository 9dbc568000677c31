package no.speil.library.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.archive.LastImports;
import no.speil.archive.NewFiles;
import no.speil.archive.NewFiles.Obstacle;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.text.Message;
import no.speil.exchange.convert.ConvertedText;
import no.speil.library.catalogue.SiteLinks;
import no.speil.markdown.splice.FrontMatterWriter;
import no.speil.markdown.splice.LinkAddresses;

/**
 * Where imported files go: into the archive, or in a dry run nowhere. What became of each document
 * is told at the end.
 */
public final class ImportTarget {
  /** What is done with a text that is there already. */
  public enum Mode {
    /** It stays as it is. */
    ADD,
    /**
     * An original takes the text that is imported, unless it was changed here since the last time.
     */
    UPDATE,
    /** The same, but it stays, too, where no note of the last import tells whether it was. */
    UPDATE_NOTED
  }

  /** What was given and is not imported, or a document that stays as it is. */
  record NotImported(String given, Message why) {}

  final Archive archive;
  final Mode mode;

  /** The pictures that texts show which are written or compared, where they come from. */
  final Set<Path> shown = new HashSet<>();

  /** The files that something is not imported for, and how they were then. */
  final Map<String, Object> stoppedBy = new HashMap<>();

  final Set<NotImported> notImported = new LinkedHashSet<>();

  private final NewFiles files;
  private final boolean isDryRun;
  private final Map<String, List<Message>> lines = new LinkedHashMap<>();
  private final Set<DocumentId> documents = new LinkedHashSet<>();
  private int written;
  private int kept;
  private int refused;

  public ImportTarget(Archive archive, Mode mode, boolean isDryRun) {
    this.archive = archive;
    this.files = new NewFiles(archive);
    this.mode = mode;
    this.isDryRun = isDryRun;
  }

  public NewFiles files() {
    return files;
  }

  public boolean isDryRun() {
    return isDryRun;
  }

  /**
   * Writes a file if nothing is in its way.
   *
   * @param document its id
   * @param path below the root, beginning with {@code archive/} or {@code translations/}
   * @param from where its text comes from
   * @return whether it was written, or would be
   */
  public boolean write(DocumentId document, String path, byte[] bytes, String from) {
    Optional<Obstacle> obstacle = files.obstacle(path);
    if (obstacle.isEmpty() && isDryRun) {
      files.reserve(path);
    } else if (obstacle.isPresent() || !files.create(path, bytes)) {
      Obstacle there = obstacle.orElseGet(() -> new Obstacle(Obstacle.Kind.FILE, path));
      kept(document, there.path(), why(there, path, bytes));
      return false;
    }
    written(document, path, from);
    return true;
  }

  private Message why(Obstacle obstacle, String path, byte[] bytes) {
    return switch (obstacle.kind()) {
      case FILE ->
          Message.of(files.holds(path, bytes) ? "text-import.same" : "text-import.kept", path);
      case OTHER_CASE -> Message.of("text-import.other-case", path, obstacle.path());
      case LINK -> Message.of("text-import.link", path, obstacle.path());
    };
  }

  /**
   * Writes the pictures that come with a text.
   *
   * @param folder {@code archive/} or {@code translations/}
   * @param moved where its other addresses lead to now; empty for one that stays as it is
   * @return the body, which shows them
   */
  public String withPictures(
      DocumentId id,
      String folder,
      String from,
      ConvertedText text,
      Function<String, Optional<String>> moved) {
    var pictures = new HashMap<String, String>();
    for (ConvertedText.Picture picture : text.pictures()) {
      String name = DocumentNames.cleaned(picture.name()).orElse("");
      if (!AttachedFile.Kind.IMAGE.is(name)) {
        note(id.value(), Message.of("text-import.picture.kind", from, picture.name()));
        continue;
      }
      String path = free(folder + id + "/" + name, picture.bytes());
      if (files.holds(path, picture.bytes()) || write(id, path, picture.bytes(), from)) {
        pictures.put(picture.name(), id.name() + path.substring(path.lastIndexOf('/')));
      }
    }
    return LinkAddresses.change(
        text.markdown(),
        address ->
            Optional.ofNullable(pictures.get(SiteLinks.path(address)))
                .or(() -> moved.apply(address)));
  }

  /** Where a picture has its place beside an older one of its name, which is not overwritten. */
  String free(String path, byte[] bytes) {
    String free = path;
    for (int i = 2; mode != Mode.ADD && !isFree(free, bytes); i++) {
      free = path.replaceFirst("(?=\\.[^./]*$)", "-" + i);
    }
    return free;
  }

  /** Whether nothing is there, or the same already. */
  boolean isFree(String path, byte[] bytes) {
    return files.obstacle(path).isEmpty() || files.holds(path, bytes);
  }

  /**
   * Writes an original that has no text yet.
   *
   * @param from where its details come from
   */
  public boolean writeDetails(DocumentId id, ConvertedText original, String from) {
    byte[] bytes = FrontMatterWriter.write(original.frontMatter()).getBytes(StandardCharsets.UTF_8);
    return write(id, "archive/" + id + ".md", bytes, from);
  }

  /** A file is written, or would be. */
  public void written(DocumentId document, String path, String from) {
    written++;
    documents.add(document);
    note(
        document.value(),
        Message.of(isDryRun ? "text-import.would-write" : "text-import.written", path, from));
  }

  /**
   * Gives an original another text, if it still is as it was read.
   *
   * @param message what is told of it
   */
  boolean replace(DocumentId id, SourceFile seen, String text, Message message) {
    if (!isDryRun && !archive.replaceOriginal(id, seen, text)) {
      kept(id, seen.path(), Message.of("text-import.changed-now", seen.path()));
      return false;
    }
    written++;
    documents.add(id);
    note(id.value(), message);
    return true;
  }

  /**
   * A file stays as it is, for the reason that is told.
   *
   * @param path of what is in the way, below the root
   */
  public void kept(DocumentId document, String path, Message why) {
    stoppedBy(path);
    notImported.add(new NotImported(document.value(), why));
    there(document, why);
  }

  /** A file is there already and stays as it is, as it should. */
  void there(DocumentId document, Message message) {
    kept++;
    note(document.value(), message);
  }

  /** The file that something is not imported for, or that is missing. */
  void stoppedBy(String path) {
    stoppedBy.put(path, state(archive, path));
  }

  /** What is known of a file without reading it, and the note of its last import. */
  static Object state(Archive archive, String path) {
    return List.of(
        Archive.stamp(archive.root().resolve(path)), new LastImports(archive.root()).find(path));
  }

  /** Something that was given is not imported. */
  public void refused(String given, Message why) {
    refused++;
    notImported.add(new NotImported(given, why));
    note(given, Message.of("text-import.refused", why));
  }

  /**
   * Something that the keeper should know, as what could not be kept.
   *
   * @param about a document, or what was given
   */
  public void note(String about, Message message) {
    lines.computeIfAbsent(about, key -> new ArrayList<>()).add(message);
  }

  /** The same of the file that a document is made of. */
  void note(DocumentId document, TextFile file, Message message) {
    note(document.value(), Message.of("import.file", file.path(), message));
  }

  /** Whether all that was given is in the archive now, or would be. */
  public boolean isComplete() {
    return notImported.isEmpty();
  }

  /** The documents of which something is written, or would be. */
  public Set<DocumentId> documents() {
    return documents;
  }

  /** What is told of each document, and of what was given. */
  public Map<String, List<Message>> lines() {
    return lines;
  }

  /** How many files are written, were there already, and are not imported. */
  public Message total() {
    return Message.of(
        isDryRun ? "text-import.total.dry" : "text-import.total", written, kept, refused);
  }
}
