package no.speil.library.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.LastImports;
import no.speil.archive.NewFiles.Obstacle;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.Message;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.ImportedText;
import no.speil.library.imports.ImportTarget.Mode;
import no.speil.library.imports.TextImport.Pair;
import no.speil.markdown.parse.FrontMatter;
import no.speil.markdown.parse.LineBreaks;
import no.speil.markdown.splice.FrontMatterWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes imported texts as files of the archive: front matter, body, and the pictures they show.
 */
final class TextWriter {
  /** As large as a text of the archive may be. */
  private static final int LARGEST = 16 << 20;

  private static final List<String> SUBJECT_KEYS =
      List.of("subjects", "tags", "keywords", "categories");

  private final ImportTarget target;
  private final DocumentNames names;
  private final LastImports imports;

  TextWriter(ImportTarget target, DocumentNames names) {
    this.target = target;
    this.names = names;
    this.imports = new LastImports(target.archive.root());
  }

  /** Writes those whose files are all at rest, one document after the other. */
  void write(List<Pair> pairs, Predicate<Path> isAtRest) {
    Map<Path, DocumentId> documents = new HashMap<>();
    for (Pair pair : pairs) {
      names.id(pair.name()).ifPresent(id -> pair.files().forEach(file -> documents.put(file, id)));
    }
    var links = new LinkMap(target, documents);
    for (Pair pair : pairs) {
      Optional<DocumentId> id = names.id(pair.name());
      if (id.isEmpty()) {
        target.refused(pair.name(), Message.of("text-import.refused.name"));
      } else if (pair.files().allMatch(isAtRest)) {
        write(id.get(), pair, links);
      }
    }
  }

  /** A text of a document: its file, what was read from it, and the front matter that it gets. */
  record Text(
      DocumentId id,
      String folder,
      TextFile file,
      ImportedText imported,
      Map<String, List<String>> values) {
    String path() {
      return folder + id + ".md";
    }

    ConvertedText text() {
      return imported.text();
    }

    /** Subjects are English in both files. */
    Optional<List<String>> subjects() {
      return SUBJECT_KEYS.stream()
          .map(key -> text().frontMatter().getOrDefault(key, List.of()))
          .filter(found -> !found.isEmpty())
          .findFirst();
    }

    /** Front matter with the line breaks of the body, which stays as it is. */
    String whole(String body) {
      String lineBreak = LineBreaks.breakOf(body);
      String head = FrontMatterWriter.write(values).replace("\n", lineBreak);
      boolean isApart =
          imported.isBodyOfFile() || body.isEmpty() || LineBreaks.isEnd(body.charAt(0));
      return head + (isApart ? "" : lineBreak) + body;
    }
  }

  private void write(DocumentId id, Pair pair, LinkMap links) {
    Text norwegian = read(id, "archive/", pair.norwegian());
    Text english = read(id, "translations/", pair.english());
    if (norwegian != null) {
      if (english != null) {
        english.subjects().ifPresent(found -> norwegian.values().putIfAbsent("subjects", found));
      }
      write(norwegian, links);
    }
    if (english != null && norwegian == null && pair.norwegian() != null) {
      target.refused(english.file().path(), Message.of("text-import.refused.with-norwegian"));
    } else if (english != null && (norwegian != null || hasOriginal(english))) {
      write(english, links);
    }
  }

  private @Nullable Text read(DocumentId id, String folder, @Nullable TextFile file) {
    if (file == null) {
      return null;
    }
    try {
      ImportedText read = TextReader.read(file.file());
      if (read.text().markdown().isBlank() && read.text().value("title").isEmpty()) {
        throw new ConversionRefusedException(Message.of("convert.no-words"));
      }
      Map<String, List<String>> told =
          read.text().with("language", file.language().tag()).frontMatter();
      return new Text(id, folder, file, read, new LinkedHashMap<>(told));
    } catch (ConversionRefusedException e) {
      target.refused(file.path(), e.said());
      return null;
    }
  }

  /** Sees to an original for an English text: one that is there, or one that names its source. */
  private boolean hasOriginal(Text english) {
    DocumentId id = english.id();
    String path = "archive/" + id + ".md";
    ConvertedText text = english.text();
    Optional<Obstacle> obstacle = target.files().obstacle(path);
    if (obstacle.filter(each -> each.kind() == Obstacle.Kind.FILE).isPresent()) {
      target.note(id.value(), Message.of("text-import.original-there", path));
      return true;
    }
    if (text.value("source").isEmpty()) {
      target.refused(english.file().path(), Message.of("text-import.refused.no-original"));
      target.stoppedBy(path);
      return false;
    }
    var original =
        ConvertedText.ofOriginal(text.value("title"), text.value("date"), text.value("source"));
    boolean written = target.writeDetails(id, original, english.file().path());
    if (written) {
      target.note(id.value(), Message.of("text-import.source-only", path));
    }
    return written;
  }

  private void write(Text read, LinkMap links) {
    Optional<Obstacle> obstacle = target.files().obstacle(read.path());
    TextFile file = read.file();
    String body = read.text().markdown();
    String source = read.whole(body);
    if (source.getBytes(UTF_8).length > LARGEST) {
      target.refused(file.path(), Message.of("text-import.refused.too-large"));
    } else if (target.mode != Mode.ADD
        && obstacle.filter(each -> each.kind() == Obstacle.Kind.FILE).isPresent()) {
      update(read, source, links);
    } else {
      String whole = read.whole(obstacle.isEmpty() ? links.bring(read) : body);
      if (target.write(read.id(), read.path(), whole.getBytes(UTF_8), file.path())) {
        imported(read, version(source, whole));
        tell(read);
      }
    }
  }

  private void tell(Text read) {
    read.text().losses().forEach(loss -> target.note(read.id(), read.file(), loss));
  }

  /** Notes what a file was made of. */
  private void imported(Text read, LastImports.Version version) {
    if (!target.isDryRun()) {
      imports.put(read.path(), version);
    }
  }

  /** Gives an original the text of its source, if that has changed and nobody has done so here. */
  private void update(Text read, String source, LinkMap links) {
    DocumentId id = read.id();
    String path = read.path();
    boolean isOriginal = read.folder().equals("archive/");
    SourceFile now =
        (isOriginal
                ? target.archive.original(id)
                : target.archive.translation(Archive.translationPath(id)))
            .orElse(null);
    LastImports.Version last = imports.find(path).orElse(null);
    if (now == null) {
      target.kept(id, path, Message.of("text-import.kept", path));
    } else if (!isOriginal || isChangedHere(last, now)) {
      leave(read, source, now, last);
    } else {
      String brought = read.whole(links.bring(read));
      boolean isWhole = last != null && last.file().equals(hash(now.text()));
      String whole = isWhole ? brought : head(now.text()) + body(brought);
      boolean isSame = whole.equals(now.text());
      if (isSame) {
        target.there(id, Message.of("text-import.same", path));
      }
      if (isSame || target.replace(id, now, whole, replaced(read, now.text(), whole))) {
        imported(read, version(source, whole));
        if (!isSame && !isWhole) {
          target.note(id.value(), Message.of("text-import.details-kept"));
        }
        tell(read);
      }
    }
  }

  /** Leaves a text as it is here, and tells of it if its source says something else by now. */
  private void leave(Text read, String source, SourceFile now, LastImports.@Nullable Version last) {
    DocumentId id = read.id();
    String path = read.path();
    if (body(now.text()).equals(body(source))) {
      imported(read, version(source, now.text()));
      target.there(id, Message.of("text-import.same", path));
    } else if (last != null && last.source().equals(hash(source))) {
      target.there(id, Message.of("text-import.source-same", path, read.file().path()));
    } else {
      String why =
          path.startsWith("translations/")
              ? "text-import.translation-kept"
              : last == null ? "text-import.unknown" : "text-import.changed-here";
      target.kept(id, path, Message.of(why, path, read.file().path()));
    }
  }

  private boolean isChangedHere(LastImports.@Nullable Version last, SourceFile now) {
    return last == null ? target.mode != Mode.UPDATE : !last.body().equals(hash(body(now.text())));
  }

  private Message replaced(Text read, String before, String after) {
    Set<String> known = Set.copyOf(paragraphs(before).distinct().toList());
    long changed = paragraphs(after).filter(each -> !known.contains(each)).count();
    String key = target.isDryRun() ? "text-import.would-replace" : "text-import.replaced";
    return Message.of(key, read.path(), read.file().path(), changed);
  }

  private static Stream<String> paragraphs(String text) {
    return Stream.of(body(text).split("\\R\\s*\\R")).map(String::strip);
  }

  private static LastImports.Version version(String source, String whole) {
    return new LastImports.Version(hash(source), hash(whole), hash(body(whole)));
  }

  private static String hash(String text) {
    return TextHash.ofNormalized(text).toString();
  }

  private static String head(String text) {
    return text.substring(0, text.length() - body(text).length());
  }

  private static String body(String text) {
    return text.substring(FrontMatter.find(text).map(FrontMatter::body).orElse(0));
  }
}
