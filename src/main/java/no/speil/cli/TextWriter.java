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
        target
            .report()
            .refused(pair.name(), "a document cannot have this name; give one with --id");
      }
    }
  }

  private void write(DocumentId id, Pair pair, LinkMap links) {
    ImportedText norwegian = read(pair.norwegian());
    ImportedText english = read(pair.english());
    if (norwegian != null && pair.norwegian() != null) {
      Map<String, List<String>> values = values(pair.norwegian(), norwegian);
      if (english != null) {
        subjects(english).ifPresent(found -> values.putIfAbsent("subjects", found));
      }
      write(id, "archive/", pair.norwegian(), norwegian, values, links);
    }
    if (english == null || pair.english() == null) {
      return;
    }
    if (norwegian == null && pair.norwegian() != null) {
      target.report().refused(pair.english().path(), "its Norwegian text is not imported");
    } else if (norwegian != null || hasOriginal(id, pair.english(), english)) {
      write(id, "translations/", pair.english(), english, values(pair.english(), english), links);
    }
  }

  private @Nullable ImportedText read(@Nullable TextFile file) {
    if (file == null) {
      return null;
    }
    try {
      ImportedText read = TextReader.read(file.file());
      if (read.text().markdown().isBlank() && read.text().details().title().isEmpty()) {
        throw new ConversionRefusedException("there is no text in it");
      }
      return read;
    } catch (ConversionRefusedException e) {
      target.report().refused(file.path(), String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Subjects are English in both files. */
  private static Optional<List<String>> subjects(ImportedText english) {
    return SUBJECT_KEYS.stream()
        .map(key -> english.other().getOrDefault(key, List.of()))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  /** Sees to an original for an English text: one that is there, or one that names its source. */
  private boolean hasOriginal(DocumentId id, TextFile file, ImportedText english) {
    String path = "archive/" + id + ".md";
    ConvertedText.Details details = english.text().details();
    Optional<Obstacle> obstacle = target.files().obstacle(path);
    if (obstacle.filter(each -> each.kind() == Obstacle.Kind.FILE).isPresent()) {
      target.report().note(id.value(), "its original is the file " + path + " that is there.");
      return true;
    }
    if (details.source().isEmpty()) {
      target
          .report()
          .refused(
              file.path(),
              "it is English, and there is no Norwegian text of the same name. Import both with"
                  + " --pairs, name the original that is there with --id, or give the address of"
                  + " the original as source in the front matter");
      return false;
    }
    var values = new LinkedHashMap<String, List<String>>();
    values.put("title", List.of(details.title()));
    values.put("language", List.of("no"));
    values.put("date", List.of(details.date()));
    values.put("source", List.of(details.source()));
    boolean written =
        target.write(
            id.value(), path, FrontMatterWriter.write(values).getBytes(UTF_8), "its source");
    if (written) {
      target
          .report()
          .note(
              id.value(), path + " has the source and no text yet; its title is the English one.");
    }
    return written;
  }

  private static Map<String, List<String>> values(TextFile file, ImportedText imported) {
    ConvertedText.Details details = imported.text().details();
    var values = new LinkedHashMap<String, List<String>>();
    values.put("title", List.of(details.title()));
    values.put("description", List.of(details.description()));
    values.put("language", List.of(file.language().tag()));
    values.put("date", List.of(details.date()));
    values.put("authors", details.authors());
    values.put("publisher", List.of(details.publisher()));
    values.put("source", List.of(details.source()));
    imported.other().forEach(values::putIfAbsent);
    return values;
  }

  private void write(
      DocumentId id,
      String folder,
      TextFile file,
      ImportedText imported,
      Map<String, List<String>> values,
      LinkMap links) {
    String path = folder + id + ".md";
    if (target.files().obstacle(path).isPresent()) {
      target.write(
          id.value(), path, bytes(values, imported, imported.text().markdown()), file.path());
      return;
    }
    String body = links.bring(id, folder, file, imported.text());
    byte[] bytes = bytes(values, imported, body);
    if (bytes.length > LARGEST) {
      target.report().refused(file.path(), "as Markdown it is larger than 16 MB");
      return;
    }
    if (target.write(id.value(), path, bytes, file.path())) {
      imported
          .text()
          .losses()
          .forEach(loss -> target.report().note(id.value(), inFile(file, loss)));
    }
  }

  private static String inFile(TextFile file, String loss) {
    return file.path() + ": " + loss;
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
