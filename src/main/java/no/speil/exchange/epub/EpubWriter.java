package no.speil.exchange.epub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.XmlText;
import no.speil.exchange.epub.EpubBook.Pair;
import no.speil.exchange.epub.EpubBook.Part;
import no.speil.exchange.epub.EpubBook.Text;
import no.speil.exchange.epub.EpubBook.Words;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;

/**
 * Writes a book as EPUB 3.3 (W3C): title pages, a table of contents, and each section in both
 * languages, the original first. A book that was cut off is no whole container.
 */
public final class EpubWriter {
  public static final String MEDIA_TYPE = "application/epub+zip";

  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String OPF = "http://www.idpf.org/2007/opf";
  private static final String OPS = "http://www.idpf.org/2007/ops";
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  private final EpubBook book;
  private final EpubResources resources;
  private final ZipOutputStream zip;
  private final LocalDateTime time;

  /** Where the elements of the part are that have an id. */
  private final Map<String, String> places = new HashMap<>();

  private final List<String> pages = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private final Map<String, String> pictures = new LinkedHashMap<>();
  private final Map<String, EpubResources.Picture> files = new LinkedHashMap<>();

  /**
   * @param out is left open
   */
  public EpubWriter(EpubBook book, EpubResources resources, OutputStream out) {
    this.book = book;
    this.resources = resources;
    this.zip = new ZipOutputStream(out, UTF_8);
    this.time = LocalDateTime.ofInstant(book.identity().modified(), ZoneOffset.UTC);
  }

  /** A line of the table of contents. */
  private record Heading(int level, String href, Words words) {}

  /** Writes the book. */
  public void write() throws IOException {
    stored("mimetype", MEDIA_TYPE.getBytes(US_ASCII));
    entry("META-INF/container.xml", ResourceFile.bytes(EpubWriter.class, "container.xml"));
    byte[] style = ResourceFile.bytes(EpubWriter.class, "style.css");
    entry("book/style.css", (new String(style, UTF_8) + resources.style()).getBytes(UTF_8));
    int texts = 0;
    for (Part part : book.parts()) {
      part(part, texts + 1);
      texts += part.chapters().size();
    }
    entry("book/nav.xhtml", page(book.contents(), this::contents));
    for (Map.Entry<String, EpubResources.Picture> picture : files.entrySet()) {
      begin(new ZipEntry("book/" + picture.getKey()));
      Files.copy(picture.getValue().file(), zip);
      zip.closeEntry();
    }
    entry("book/package.opf", XmlText.bytes(packageFile()));
    zip.finish();
  }

  /**
   * @param first number of its first text
   */
  private void part(Part part, int first) throws IOException {
    languages.addAll(part.languages());
    places.clear();
    for (int i = 0; i < part.chapters().size(); i++) {
      for (Pair pair : part.chapters().get(i).pairs()) {
        places.put(anchor(pair), text(first + i));
        place(pair.original(), text(first + i));
        place(pair.translation(), text(first + i));
      }
    }
    Words title = part.titles().getFirst();
    String titlePage = "title-" + (pages.size() - first + 2) + ".xhtml";
    headings.add(new Heading(1, titlePage, title));
    add(titlePage, title, body -> titlePage(body, part, titlePage));
    for (int i = 0; i < part.chapters().size(); i++) {
      List<Pair> pairs = part.chapters().get(i).pairs();
      String file = text(first + i);
      for (Pair pair : pairs) {
        if (pair.level() > 0 && !part.titles().contains(pair.heading())) {
          int level = part.level() + pair.level();
          headings.add(new Heading(level, file + "#" + anchor(pair), pair.heading()));
        }
      }
      add(file, title, body -> pairs(body, pairs, file));
    }
  }

  private void place(Text text, String file) {
    ID.matcher(text.html()).results().forEach(id -> places.putIfAbsent(id.group(1), file));
  }

  private void add(String file, Words title, Consumer<Element> content) throws IOException {
    pages.add(file);
    entry("book/" + file, page(title, content));
  }

  private void stored(String name, byte[] bytes) throws IOException {
    var checksum = new CRC32();
    checksum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    begin(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private void entry(String name, byte[] bytes) throws IOException {
    begin(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private void begin(ZipEntry entry) throws IOException {
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
  }

  private static byte[] page(Words title, Consumer<Element> content) {
    var page = new Document("");
    page.outputSettings().syntax(Syntax.xml).escapeMode(EscapeMode.xhtml).prettyPrint(false);
    page.appendChild(new DocumentType("html", "", ""));
    Element html = page.appendElement("html").attr("xmlns", XHTML).attr("xmlns:epub", OPS);
    lang(html, title.lang());
    Element head = html.appendElement("head");
    head.appendElement("title").text(title.visible());
    Element style = head.appendElement("link").attr("rel", "stylesheet");
    style.attr("type", "text/css").attr("href", "style.css");
    content.accept(html.appendElement("body"));
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + page.outerHtml()).getBytes(UTF_8);
  }

  private void titlePage(Element body, Part part, String file) {
    Element page = body.appendElement("section").attr("epub:type", "titlepage");
    page.attr("class", "title");
    words(page, "h1", part.titles().getFirst());
    part.titles().stream()
        .skip(1)
        .forEach(title -> words(page, "p", title).attr("class", "subtitle"));
    xhtml(file).append(part.titlePage(), page);
  }

  private void pairs(Element body, List<Pair> pairs, String file) {
    XhtmlWriter xhtml = xhtml(file);
    for (Pair pair : pairs) {
      Element div = body.appendElement("div").attr("class", "pair").attr("id", anchor(pair));
      if (!pair.original().html().isBlank() || !pair.translation().html().isBlank()) {
        div.appendElement("p").attr("class", "number").text(String.valueOf(pair.number()));
      }
      text(div, xhtml, "original", pair.original());
      text(div, xhtml, "translation", pair.translation());
      if (!pair.note().text().isEmpty()) {
        words(div, "p", pair.note()).attr("class", "note");
      }
    }
  }

  private static void text(Element pair, XhtmlWriter xhtml, String side, Text text) {
    if (!text.html().isBlank()) {
      Element div = pair.appendElement("div").attr("class", side);
      xhtml.append(text.html(), lang(div, text.lang()));
    }
  }

  private static Element words(Element parent, String tag, Words words) {
    Element element = parent.appendElement(tag).text(XmlText.permitted(words.text()));
    return lang(element, words.lang());
  }

  private static Element lang(Element element, String lang) {
    return lang.isEmpty() ? element : element.attr("lang", lang).attr("xml:lang", lang);
  }

  /** A list of the table of contents that has not ended yet. */
  private record Level(int level, Element list) {}

  /** The headings, nested by their levels. An item has one list. */
  private void contents(Element body) {
    Element nav = body.appendElement("nav").attr("epub:type", "toc").attr("id", "toc");
    words(nav, "h1", book.contents());
    Deque<Level> open = new ArrayDeque<>(List.of(new Level(1, nav.appendElement("ol"))));
    Element last = nav;
    for (Heading heading : headings) {
      nest(open, heading.level(), last);
      last = open.element().list().appendElement("li");
      Element link = last.appendElement("a").attr("href", heading.href());
      lang(link, heading.words().lang()).text(heading.words().visible());
    }
  }

  /** Goes to the list for items of a level, which may be a new one within the last item. */
  private static void nest(Deque<Level> open, int level, Element last) {
    while (open.element().level() > level) {
      Element deeper = open.pop().list();
      if (open.element().level() < level) {
        open.push(new Level(level, deeper));
      }
    }
    if (level > open.element().level()) {
      open.push(new Level(level, last.appendElement("ol")));
    }
  }

  private XhtmlWriter xhtml(String file) {
    return new XhtmlWriter(
        href -> link(href, file), src -> pictures.computeIfAbsent(src, this::file));
  }

  private String link(String href, String file) {
    if (!href.startsWith("#")) {
      return resources.address(href);
    }
    String place = places.getOrDefault(href.substring(1), "");
    return place.isEmpty() ? "" : place.equals(file) ? href : place + href;
  }

  /** The name of a picture in the book; empty if it cannot be there. */
  private String file(String src) {
    Optional<EpubResources.Picture> picture = resources.picture(src);
    if (picture.isEmpty()) {
      return "";
    }
    String type = picture.get().mediaType();
    String ending = type.substring(type.indexOf('/') + 1).replaceAll("\\+.*", "");
    String name = "picture-" + (files.size() + 1) + "." + ending;
    files.put(name, picture.get());
    return name;
  }

  private Document packageFile() {
    Document page = XmlText.document();
    Element file = XmlText.add(page, "package", "xmlns", OPF, "xml:lang", book.contents().lang());
    file.attr("version", "3.0").attr("unique-identifier", "id");
    new EpubMetadata(file).write(book, languages, !files.isEmpty());
    Element manifest = file.appendElement("manifest");
    item(manifest, "nav", "nav.xhtml", "application/xhtml+xml").attr("properties", "nav");
    item(manifest, "style", "style.css", "text/css");
    pages.forEach(name -> item(manifest, id(name), name, "application/xhtml+xml"));
    files.forEach((name, picture) -> item(manifest, id(name), name, picture.mediaType()));
    Element spine = file.appendElement("spine");
    spine.appendElement("itemref").attr("idref", id(pages.getFirst()));
    spine.appendElement("itemref").attr("idref", "nav");
    for (String name : pages.subList(1, pages.size())) {
      spine.appendElement("itemref").attr("idref", id(name));
    }
    return page;
  }

  private static Element item(Element manifest, String id, String href, String type) {
    return XmlText.add(manifest, "item", "id", id, "href", href, "media-type", type);
  }

  private static String anchor(Pair pair) {
    return "s-" + pair.id();
  }

  private static String text(int number) {
    return "text-" + number + ".xhtml";
  }

  private static String id(String page) {
    return page.substring(0, page.indexOf('.'));
  }
}
