package no.speil.exchange.epub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.XmlText;
import no.speil.exchange.epub.EpubBook.Chapter;
import no.speil.exchange.epub.EpubBook.Pair;
import no.speil.exchange.epub.EpubBook.Text;
import no.speil.exchange.epub.EpubBook.Words;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;

/**
 * Writes a book as EPUB 3.3 (W3C): a title page, a table of contents, and each section in both
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
  private final LocalDateTime time;
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, String> pictures = new LinkedHashMap<>();
  private final Map<String, EpubResources.Picture> files = new LinkedHashMap<>();

  private EpubWriter(EpubBook book, EpubResources resources) {
    this.book = book;
    this.resources = resources;
    this.time = LocalDateTime.ofInstant(book.identity().modified(), ZoneOffset.UTC);
    for (int i = 0; i < book.chapters().size(); i++) {
      for (Pair pair : book.chapters().get(i).pairs()) {
        places.put(anchor(pair), chapter(i));
        place(pair.original(), chapter(i));
        place(pair.translation(), chapter(i));
      }
    }
  }

  /** Writes the book; does not close the stream. */
  public static void write(OutputStream out, EpubBook book, EpubResources resources)
      throws IOException {
    new EpubWriter(book, resources).write(out);
  }

  private void place(Text text, String file) {
    Matcher ids = ID.matcher(text.html());
    while (ids.find()) {
      places.putIfAbsent(ids.group(1), file);
    }
  }

  private void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, UTF_8);
    stored(zip, "mimetype", MEDIA_TYPE.getBytes(US_ASCII));
    entry(zip, "META-INF/container.xml", XmlText.bytes(EpubWriter::container));
    entry(zip, "book/style.css", ResourceFile.bytes(EpubWriter.class, "style.css"));
    Words title = book.identity().titles().getFirst();
    entry(zip, "book/title.xhtml", page(title, this::titlePage));
    for (int i = 0; i < book.chapters().size(); i++) {
      Chapter chapter = book.chapters().get(i);
      String file = chapter(i);
      entry(zip, "book/" + file, page(title, body -> pairs(body, chapter, file)));
    }
    entry(zip, "book/nav.xhtml", page(book.contents(), this::contents));
    for (Map.Entry<String, EpubResources.Picture> picture : files.entrySet()) {
      begin(zip, "book/" + picture.getKey());
      try (InputStream in = picture.getValue().open()) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    entry(zip, "book/package.opf", XmlText.bytes(this::packageFile));
    zip.finish();
  }

  private void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var checksum = new CRC32();
    checksum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    begin(zip, name);
    zip.write(bytes);
    zip.closeEntry();
  }

  private void begin(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name);
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

  private static void container(XMLStreamWriter xml) throws XMLStreamException {
    String namespace = "urn:oasis:names:tc:opendocument:xmlns:container";
    XmlText.start(xml, "container", "xmlns", namespace, "version", "1.0");
    XmlText.start(xml, "rootfiles");
    String type = "application/oebps-package+xml";
    XmlText.empty(xml, "rootfile", "full-path", "book/package.opf", "media-type", type);
  }

  private void titlePage(Element body) {
    Element page = body.appendElement("section").attr("epub:type", "titlepage");
    page.attr("class", "title");
    List<Words> titles = book.identity().titles();
    words(page, "h1", titles.getFirst());
    titles.stream().skip(1).forEach(title -> words(page, "p", title).attr("class", "subtitle"));
    xhtml("title.xhtml").append(book.titlePage(), page);
  }

  private void pairs(Element body, Chapter chapter, String file) {
    XhtmlWriter xhtml = xhtml(file);
    for (Pair pair : chapter.pairs()) {
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

  /** The headings, nested by their levels; the title page comes first. An item has one list. */
  private void contents(Element body) {
    Element nav = body.appendElement("nav").attr("epub:type", "toc").attr("id", "toc");
    words(nav, "h1", book.contents());
    Deque<Level> open = new ArrayDeque<>(List.of(new Level(1, nav.appendElement("ol"))));
    Element last = item(open.element().list(), "title.xhtml", book.identity().titles().getFirst());
    for (int i = 0; i < book.chapters().size(); i++) {
      for (Pair pair : book.chapters().get(i).pairs()) {
        if (pair.level() > 0) {
          nest(open, pair.level(), last);
          String href = chapter(i) + "#" + anchor(pair);
          last = item(open.element().list(), href, pair.heading());
        }
      }
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

  private static Element item(Element list, String href, Words words) {
    Element item = list.appendElement("li");
    lang(item.appendElement("a").attr("href", href), words.lang()).text(words.visible());
    return item;
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

  private void packageFile(XMLStreamWriter xml) throws XMLStreamException {
    XmlText.start(xml, "package", "xmlns", OPF, "version", "3.0", "unique-identifier", "id");
    XmlText.attributes(xml, "xml:lang", book.contents().lang());
    new EpubMetadata(xml).write(book, !files.isEmpty());
    xml.writeStartElement("manifest");
    item(xml, "nav", "nav.xhtml", "application/xhtml+xml", "nav");
    item(xml, "style", "style.css", "text/css", "");
    item(xml, "title", "title.xhtml", "application/xhtml+xml", "");
    for (int i = 0; i < book.chapters().size(); i++) {
      item(xml, "text-" + (i + 1), chapter(i), "application/xhtml+xml", "");
    }
    int number = 0;
    for (Map.Entry<String, EpubResources.Picture> picture : files.entrySet()) {
      item(xml, "picture-" + ++number, picture.getKey(), picture.getValue().mediaType(), "");
    }
    xml.writeEndElement();
    xml.writeStartElement("spine");
    XmlText.empty(xml, "itemref", "idref", "title");
    XmlText.empty(xml, "itemref", "idref", "nav");
    for (int i = 0; i < book.chapters().size(); i++) {
      XmlText.empty(xml, "itemref", "idref", "text-" + (i + 1));
    }
  }

  private static void item(
      XMLStreamWriter xml, String id, String href, String type, String properties)
      throws XMLStreamException {
    XmlText.empty(xml, "item", "id", id, "href", href, "media-type", type);
    XmlText.attributes(xml, "properties", properties);
  }

  private static String anchor(Pair pair) {
    return "s-" + pair.id();
  }

  private static String chapter(int index) {
    return "text-" + (index + 1) + ".xhtml";
  }
}
