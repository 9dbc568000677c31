package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.Language;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.Message;
import no.speil.download.DownloadRefusedException;
import no.speil.download.PageDownload;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.HtmlConverter;
import no.speil.exchange.convert.HtmlConverter.WebPage;
import no.speil.exchange.convert.KeptPage;
import no.speil.library.documents.SideFileReader;
import no.speil.library.imports.DocumentNames;
import no.speil.library.imports.ImportTarget;
import no.speil.markdown.parse.FrontMatter;
import no.speil.markdown.parse.FrontMatterEntries;
import no.speil.markdown.splice.FrontMatterEditor;
import no.speil.markdown.splice.FrontMatterWriter;
import no.speil.markdown.splice.SpliceException;

/** Brings the main text of a page of the web into the archive, or fills an original with it. */
final class PageImport {
  private static final String ACCEPTED = "text/html, application/xhtml+xml;q=0.9";
  private static final int LONGEST_NAME = 60;
  private static final int SHOWN_LINES = 12;

  private final Archive archive;
  private final ImportTarget target;
  private final DocumentNames names;
  private final PageDownload download;

  PageImport(Archive archive, ImportTarget target, DocumentNames names, PageDownload download) {
    this.archive = archive;
    this.target = target;
    this.names = names;
    this.download = download;
  }

  /**
   * Imports a page as a new document, or as the translation of the one that is named.
   *
   * @throws ConversionRefusedException if it cannot be imported
   */
  void run(String address) throws DownloadRefusedException {
    Fetched fetched = fetch(address);
    WebPage page = fetched.page();
    DocumentId id =
        id(page.text())
            .orElseThrow(() -> new ConversionRefusedException(Message.of("convert.web.untitled")));
    Language language = Language.of(page.text().value("language"));
    if (language.isNorwegian()) {
      write(id, "archive/", fetched, address);
    } else if (language.isEnglish()) {
      writeTranslation(id, fetched, address);
    } else {
      throw new ConversionRefusedException(whyNot(language));
    }
  }

  /** Fills an original that has been held elsewhere; its front matter stays. Throws as run. */
  void fill(DocumentId id, String address) throws DownloadRefusedException {
    SourceFile file = archive.original(id).orElse(null);
    if (file == null && !archive.hasTranslation(Archive.translationPath(id))) {
      throw new ConversionRefusedException(Message.of("convert.web.no-document", id.value()));
    }
    if (file != null && SideFileReader.original(file.text(), file.path(), id).text().hasBody()) {
      target.kept(id, file.path(), said(file.path() + " has text already and stays as it is"));
      return;
    }
    Fetched fetched = fetch(address);
    ConvertedText text = fetched.page().text();
    Language language = Language.of(text.value("language"));
    if (!language.isNorwegian()) {
      throw new ConversionRefusedException(
          language.isEnglish() ? Message.of("convert.web.english") : whyNot(language));
    }
    if (file == null) {
      write(id, "archive/", fetched, address);
    } else {
      fill(id, file, fetched, address);
    }
  }

  /** A page, and the same in a WARC file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fetched(WebPage page, Instant at, byte[] warc) {}

  private Fetched fetch(String address) throws DownloadRefusedException {
    PageDownload.Page page = download.get(address, ACCEPTED);
    if (!page.type().isEmpty() && !page.type().matches("text/html|application/xhtml\\+xml")) {
      throw new ConversionRefusedException(Message.of("convert.web.no-page", page.type()));
    }
    WebPage read = HtmlConverter.convertPage(page.bytes(), page.charset(), page.address());
    if (read.text().markdown().isBlank()) {
      throw new ConversionRefusedException(Message.of("convert.web.no-words"));
    }
    Instant now = Instant.now();
    var kept = new KeptPage(page.address(), page.charset(), page.bytes());
    return new Fetched(read, now, kept.warc(now, page.headers()));
  }

  private static Message whyNot(Language language) {
    return language.equals(Language.UNDETERMINED)
        ? Message.of("convert.web.undetermined")
        : Message.of("text-import.refused.language", language.tag());
  }

  /** Below the year, if no folder is asked for. */
  private Optional<DocumentId> id(ConvertedText text) {
    String date = text.value("date");
    String year = date.length() < 4 ? "" : date.substring(0, 4) + "/";
    String folder = names.folder().isEmpty() && !names.isForOne() ? year : "";
    return names.id(folder + slug(text.value("title")));
  }

  /** The first words of a title as a file is called. */
  private static String slug(String title) {
    String words =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return words.length() <= LONGEST_NAME
        ? words
        // up to the last hyphen, else as long as it may be
        : words.substring(0, LONGEST_NAME + 1).replaceFirst("-[^-]*$|.$", "");
  }

  private void writeTranslation(DocumentId id, Fetched fetched, String address) {
    WebPage page = fetched.page();
    if (!archive.hasOriginal(id)) {
      if (page.norwegian().isEmpty()) {
        throw new ConversionRefusedException(Message.of("convert.web.no-original"));
      }
      var original = ConvertedText.ofOriginal(page.text().value("title"), "", page.norwegian());
      if (!target.writeDetails(id, original, "what the page says of it")) {
        return;
      }
      target.note(
          id.value(),
          said(
              "The original has its source and no text yet, and the English title. To fill it:"
                  + " import %s --as-original-of %s".formatted(page.norwegian(), id)));
    }
    write(id, "translations/", fetched, address);
  }

  private void write(DocumentId id, String folder, Fetched fetched, String address) {
    ConvertedText text = fetched.page().text();
    String path = folder + id + ".md";
    String head = FrontMatterWriter.write(text.frontMatter());
    String body = text.markdown();
    if (target.files().obstacle(path).isEmpty()) {
      body = target.withPictures(id, folder, address, text, other -> Optional.empty());
      head = withKept(id, folder, head, fetched, address);
    }
    String whole = head + "\n" + body;
    if (target.write(id, path, whole.getBytes(UTF_8), address)) {
      tell(id, text, whole);
    }
  }

  /** The head of a text with the page that it was made of, which is kept beside it. */
  private String withKept(
      DocumentId id, String folder, String head, Fetched fetched, String address) {
    FrontMatter told = FrontMatter.find(head).orElse(null);
    boolean isFree = FrontMatterEntries.read(head, "").line("attachments").isEmpty();
    String path = folder + id + ".warc.gz";
    if (told == null || !isFree || !target.write(id, path, fetched.warc(), address)) {
      return head;
    }
    String lines =
        "attachments:\n  - file: %s\n    date: %s\n    sha256: %s\n"
            .formatted(
                FrontMatterEditor.quoted(id.name() + ".warc.gz"),
                LocalDate.ofInstant(fetched.at(), ZoneId.systemDefault()),
                HexFormat.of().formatHex(TextHash.sha256().digest(fetched.warc())));
    return head.substring(0, told.to()) + lines + head.substring(told.to());
  }

  private void fill(DocumentId id, SourceFile file, Fetched fetched, String address) {
    ConvertedText text = fetched.page().text();
    String head = file.text();
    try {
      String before = "";
      for (Map.Entry<String, List<String>> each : text.frontMatter().entrySet()) {
        head = FrontMatterEditor.add(head, each.getKey(), each.getValue(), before);
        before = each.getKey();
      }
    } catch (SpliceException e) {
      String why = String.valueOf(e.getMessage());
      throw new ConversionRefusedException(Message.of("import.file", file.path(), why));
    }
    String body = target.withPictures(id, "archive/", address, text, other -> Optional.empty());
    head = withKept(id, "archive/", head, fetched, address);
    String whole = head.stripTrailing() + "\n\n" + body;
    if (!target.isDryRun() && !archive.replaceOriginal(id, file, whole)) {
      target.kept(id, file.path(), Message.of("text-import.changed-now", file.path()));
      return;
    }
    target.written(id, file.path(), address);
    DocumentText original = SideFileReader.original(file.text(), file.path(), id).text();
    String source = original.metadata().provenance().source();
    if (!HttpUrl.site(source).equals(HttpUrl.site(text.value("source")))) {
      target.note(id.value(), said("Its source is still " + source + "."));
    }
    tell(id, text, whole);
  }

  /** What only a command says, in English. */
  static Message said(String sentence) {
    return Message.of("text-import.verbatim", sentence);
  }

  private void tell(DocumentId id, ConvertedText text, String whole) {
    text.losses().forEach(loss -> target.note(id.value(), loss));
    if (target.isDryRun()) {
      long left = Math.max(0, text.markdown().lines().count() - SHOWN_LINES);
      Stream<String> shown = whole.lines().limit(whole.lines().count() - left);
      shown.forEach(line -> target.note(id.value(), said("| " + line)));
      if (left > 0) {
        target.note(id.value(), said("| … (%d more lines)".formatted(left)));
      }
    }
  }
}
