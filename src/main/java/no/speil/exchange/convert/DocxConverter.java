package no.speil.exchange.convert;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.text.Message;
import no.speil.corpus.text.ResourceFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.zwobble.mammoth.DocumentConverter;
import org.zwobble.mammoth.Result;
import org.zwobble.mammoth.images.Image;

/** Reads Word files (.docx, .docm) as Markdown; macros are never run, and never come along. */
final class DocxConverter {
  private static final String STYLES =
      ResourceFile.lines(DocxConverter.class, "word-styles.txt").collect(Collectors.joining("\n"));

  private static final Pattern UNKNOWN_STYLE =
      Pattern.compile("Unrecognised (?:paragraph|run|table) style: (.*) \\(Style ID: .*\\)");

  /** Styles that look like the text around them. */
  private static final Pattern ORDINARY =
      Pattern.compile(
          "(?i).*(normal|body|text|table|list|footnote|endnote|default|header|footer|caption"
              + "|hyperlink|internet|paragraph|toc|no spacing|characters?|symbols?|bullets?"
              + "|char).*");

  /** What keeps the words that stand for a picture. */
  private static final Map<String, String> NONE = Map.of("src", "");

  private final DocxPackage file;
  private final Losses losses = new Losses();
  private final HtmlLinks links;

  /**
   * Reads a file.
   *
   * @throws ConversionRefusedException if it is no Word file, or made to do harm
   */
  DocxConverter(byte[] bytes, String name) {
    this.file = DocxPackage.read(bytes);
    this.links = new HtmlLinks(HtmlConverter.pictureName(name), losses);
  }

  /**
   * Its text.
   *
   * @throws ConversionRefusedException if it cannot be read
   */
  ConvertedText convert() {
    Document page = Jsoup.parseBodyFragment(html());
    page.outputSettings().prettyPrint(false);
    HtmlConverter.check(page);
    page.select("tr").forEach(DocxConverter::markHeader);
    sayWhatIsMissing();
    sayWhatMayBeHeadings(page);
    Element heading = heading(page.body());
    Map<String, List<String>> details = details(heading, page.body().text());
    return HtmlConverter.text(page.body(), heading, details, links);
  }

  private String html() {
    try (InputStream in = file.bytes()) {
      Result<String> result =
          new DocumentConverter()
              .addStyleMap(STYLES)
              .disableEmbeddedStyleMap()
              .imageConverter(this::picture)
              .convertToHtml(in);
      var styles = new TreeSet<String>();
      for (String warning : result.getWarnings()) {
        Matcher unknown = UNKNOWN_STYLE.matcher(warning);
        if (unknown.matches() && !ORDINARY.matcher(unknown.group(1)).matches()) {
          styles.add(unknown.group(1));
        }
      }
      if (!styles.isEmpty()) {
        losses.say("convert.docx.styles", String.join(", ", styles));
      }
      return result.getValue();
    } catch (IOException | RuntimeException e) {
      throw new ConversionRefusedException(Message.of("convert.docx.odd"));
    }
  }

  private Map<String, String> picture(Image image) {
    String ending = HtmlLinks.ENDINGS.get(image.getContentType().replaceFirst("^image/", ""));
    if (ending == null) {
      losses.leftOut("convert.left-out.picture-kinds");
      return NONE;
    }
    try (InputStream in = image.getInputStream()) {
      return Map.of("src", links.add(in.readAllBytes(), ending));
    } catch (IOException e) {
      losses.leftOut("convert.left-out.pictures-outside");
      return NONE;
    }
  }

  /** A row of headings by their style alone is the header row; by Word's own mark it is already. */
  private static void markHeader(Element row) {
    if (row.is(":first-child:has(p.heading)")
        && row.children().not(":has(> p.heading)").stream()
            .allMatch(cell -> cell.text().isBlank())) {
      row.children().tagName("th");
    }
  }

  private void sayWhatIsMissing() {
    sayIf(file.hasMacros(), "convert.docx.macros");
    sayIf(file.has("ins") || file.has("del") || file.has("moveTo"), "convert.docx.changes");
    sayIf(file.has("comment"), "convert.docx.comments");
    String notes = file.property("description");
    sayIf(!notes.isEmpty(), "convert.docx.description", notes);
    sayIf(file.has("oMath"), "convert.docx.formulas");
    sayIf(file.has("chart") || file.hasEmbeddedFiles(), "convert.docx.charts");
    sayIf(file.has("hdr") || file.has("ftr"), "convert.docx.headers");
  }

  private void sayIf(boolean isSo, String key, Object... values) {
    if (isSo) {
      losses.say(key, values);
    }
  }

  private void sayWhatMayBeHeadings(Document page) {
    List<String> bold =
        page.select("body > p:has(> strong)").stream()
            .filter(each -> each.text().equals(each.select("> strong").text()))
            .map(Element::text)
            .limit(5)
            .toList();
    if (!bold.isEmpty()) {
      Message lines = Message.of("convert.quoted", bold.getFirst());
      for (String next : bold.subList(1, bold.size())) {
        lines = Message.of("convert.quoted.next", lines, next);
      }
      losses.say("convert.docx.bold", lines);
    }
  }

  /** The title as its style says, else a heading of the first level before everything else. */
  private static @Nullable Element heading(Element body) {
    Element title = body.selectFirst("h1.title");
    return title == null ? body.selectFirst("> h1:first-child") : title;
  }

  /**
   * The date is not among them: a file says when it, or its template, was made, and not when the
   * letter was written. Its description is notes of whoever made it, or the name of the program.
   */
  private Map<String, List<String>> details(@Nullable Element heading, String words) {
    String said = heading == null ? "" : heading.text().strip();
    List<String> authors =
        Stream.of(file.property("creator").split(";", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .filter(name -> !file.property("description").equals("generated by " + name))
            .toList();
    return Map.of(
        "title", List.of(said.isEmpty() ? file.property("title") : said),
        "authors", authors,
        "language", List.of(TextLanguage.of(words, file.property("language"), losses)));
  }
}
