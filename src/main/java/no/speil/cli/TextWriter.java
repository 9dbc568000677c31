package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.NewFiles.Obstacle;
import no.speil.cli.TextImport.Pair;
import no.speil.corpus.DocumentId;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.ImportedText;
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

  TextWriter(ImportTarget target, DocumentNames names) {
    this.target = target;
    this.names = names;
  }

  /** Writes all of them, one document after the other. */
  void write(List<Pair> pairs) {
    Map<Path, DocumentId> documents = new HashMap<>();
    for (Pair pair : pairs) {
      names
          .id(pair.name())
          .ifPresent(
              id ->
                  Stream.of(pair.norwegian(), pair.english())
                      .filter(file -> file != null)
                      .forEach(file -> documents.put(file.file(), id)));
    }
    var links = new LinkMap(target, documents);
    for (Pair pair : pairs) {
      Optional<DocumentId> id = names.id(pair.name());
      if (id.isPresent()) {
        write(id.get(), pair, links);
      } else {
        target.refused(pair.name(), "a document cannot have this name; give one with --id");
      }
    }
  }

  /** A file, and what was read from it. */
  private record Text(TextFile file, ImportedText imported) {
    Map<String, List<String>> values() {
      String language = file.language().tag();
      return new LinkedHashMap<>(imported.text().with("language", language).frontMatter());
    }

    /** Subjects are English in both files. */
    Optional<List<String>> subjects() {
      return SUBJECT_KEYS.stream()
          .map(key -> imported.text().frontMatter().getOrDefault(key, List.of()))
          .filter(found -> !found.isEmpty())
          .findFirst();
    }
  }

  private void write(DocumentId id, Pair pair, LinkMap links) {
    Text norwegian = read(pair.norwegian());
    Text english = read(pair.english());
    if (norwegian != null) {
      Map<String, List<String>> values = norwegian.values();
      if (english != null) {
        english.subjects().ifPresent(found -> values.putIfAbsent("subjects", found));
      }
      write(id, "archive/", norwegian, values, links);
    }
    if (english != null && norwegian == null && pair.norwegian() != null) {
      target.refused(english.file().path(), "its Norwegian text is not imported");
    } else if (english != null && (norwegian != null || hasOriginal(id, english))) {
      write(id, "translations/", english, english.values(), links);
    }
  }

  private @Nullable Text read(@Nullable TextFile file) {
    if (file == null) {
      return null;
    }
    try {
      ImportedText read = TextReader.read(file.file());
      if (read.text().markdown().isBlank() && read.text().value("title").isEmpty()) {
        throw new ConversionRefusedException("there is no text in it");
      }
      return new Text(file, read);
    } catch (ConversionRefusedException e) {
      target.refused(file.path(), String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Sees to an original for an English text: one that is there, or one that names its source. */
  private boolean hasOriginal(DocumentId id, Text english) {
    String path = "archive/" + id + ".md";
    ConvertedText text = english.imported().text();
    Optional<Obstacle> obstacle = target.files().obstacle(path);
    if (obstacle.filter(each -> each.kind() == Obstacle.Kind.FILE).isPresent()) {
      target.note(id.value(), "its original is the file " + path + " that is there.");
      return true;
    }
    if (text.value("source").isEmpty()) {
      target.refused(
          english.file().path(),
          "it is English, and there is no Norwegian text of the same name. Import both with"
              + " --pairs, name the original that is there with --id, or give the address of"
              + " the original as source in the front matter");
      return false;
    }
    var original =
        ConvertedText.ofOriginal(text.value("title"), text.value("date"), text.value("source"));
    boolean written = target.writeDetails(id, original, "its source");
    if (written) {
      target.note(
          id.value(), path + " has the source and no text yet; its title is the English one.");
    }
    return written;
  }

  private void write(
      DocumentId id, String folder, Text read, Map<String, List<String>> values, LinkMap links) {
    String path = folder + id + ".md";
    boolean isFree = target.files().obstacle(path).isEmpty();
    TextFile file = read.file();
    ConvertedText text = read.imported().text();
    String body = isFree ? links.bring(id, folder, file, text) : text.markdown();
    byte[] bytes = bytes(values, read.imported(), body);
    if (isFree && bytes.length > LARGEST) {
      target.refused(file.path(), "as Markdown it is larger than 16 MB");
    } else if (target.write(id, path, bytes, file.path())) {
      text.losses().forEach(loss -> target.note(id.value(), file.path() + ": " + loss));
    }
  }

  /** Front matter with the line breaks of the body, which stays as it is. */
  private static byte[] bytes(
      Map<String, List<String>> values, ImportedText imported, String body) {
    String lineBreak = LineBreaks.breakOf(body);
    String head = FrontMatterWriter.write(values).replace("\n", lineBreak);
    boolean isApart = imported.isBodyOfFile() || body.isEmpty() || LineBreaks.isEnd(body.charAt(0));
    return (head + (isApart ? "" : lineBreak) + body).getBytes(UTF_8);
  }
}
