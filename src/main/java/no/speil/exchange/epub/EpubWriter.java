package no.speil.exchange.epub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.exchange.XmlText;
import no.speil.exchange.epub.EpubBook.Chapter;
import no.speil.exchange.epub.EpubBook.Pair;
import no.speil.exchange.epub.EpubBook.Text;
import no.speil.exchange.epub.EpubBook.Words;

/**
 * Writes a book as EPUB 3.3 (W3C): a title page, a table of contents, and each section in both
 * languages, the original first. A book that was cut off is no whole container.
 */
public final class EpubWriter {
  public static final String MEDIA_TYPE = "application/epub+zip";

  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String OPS = "http://www.idpf.org/2007/ops";
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final String STYLE =
      """
      body { margin: 0 5%; line-height: 1.5; }
      .title { margin: 3em 0 1em; }
      .title p { margin: .4em 0; }
      .subtitle { font-size: 1.2em; }
      .pair { margin: 0 0 1.2em; }
      .translation { margin: .3em 0 0 1.2em; padding-left: .8em; border-left: .15em solid #999; }
      .note { font-size: .85em; font-style: italic; }
      .picture { font-style: italic; }
      .description { font-style: italic; }
      .center { text-align: center; }
      .right { text-align: right; }
      img { max-width: 100%; height: auto; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #999; padding: .2em .5em; }
      pre { white-space: pre-wrap; }
      """;

  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
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

  /** A part of an XML file. */
  private interface Part {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, UTF_8);
    stored(zip, "mimetype", MEDIA_TYPE.getBytes(US_ASCII));
    entry(zip, "META-INF/container.xml", xml(EpubWriter::container));
    entry(zip, "book/style.css", STYLE.getBytes(UTF_8));
    entry(zip, "book/title.xhtml", page(book.identity().titles().getFirst(), this::titlePage));
    for (int i = 0; i < book.chapters().size(); i++) {
      Chapter chapter = book.chapters().get(i);
      String file = chapter(i);
      entry(
          zip,
          "book/" + file,
          page(book.identity().titles().getFirst(), xml -> pairs(xml, chapter, file)));
    }
    entry(zip, "book/nav.xhtml", page(book.contents(), this::contents));
    for (Map.Entry<String, EpubResources.Picture> picture : files.entrySet()) {
      begin(zip, "book/" + picture.getKey());
      try (InputStream in = picture.getValue().open()) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    entry(zip, "book/package.opf", xml(this::packageFile));
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

  private byte[] xml(Part part) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      part.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing a part of a book in memory", e);
    }
    return bytes.toByteArray();
  }

  private byte[] page(Words title, Part body) {
    return xml(
        xml -> {
          xml.writeDTD("<!DOCTYPE html>");
          xml.writeStartElement("html");
          xml.writeDefaultNamespace(XHTML);
          xml.writeNamespace("epub", OPS);
          lang(xml, title.lang());
          xml.writeStartElement("head");
          XmlText.element(xml, "title", title.visible());
          xml.writeEmptyElement("link");
          xml.writeAttribute("rel", "stylesheet");
          xml.writeAttribute("type", "text/css");
          xml.writeAttribute("href", "style.css");
          xml.writeEndElement();
          xml.writeStartElement("body");
          body.write(xml);
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private static void container(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("container");
    xml.writeDefaultNamespace("urn:oasis:names:tc:opendocument:xmlns:container");
    xml.writeAttribute("version", "1.0");
    xml.writeStartElement("rootfiles");
    xml.writeEmptyElement("rootfile");
    xml.writeAttribute("full-path", "book/package.opf");
    xml.writeAttribute("media-type", "application/oebps-package+xml");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void titlePage(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("section");
    xml.writeAttribute("epub:type", "titlepage");
    xml.writeAttribute("class", "title");
    List<Words> titles = book.identity().titles();
    words(xml, "h1", "", titles.getFirst());
    for (Words title : titles.subList(1, titles.size())) {
      words(xml, "p", "subtitle", title);
    }
    new XhtmlWriter(xml, targets("title.xhtml")).write(book.titlePage());
    xml.writeEndElement();
  }

  private void pairs(XMLStreamWriter xml, Chapter chapter, String file) throws XMLStreamException {
    var xhtml = new XhtmlWriter(xml, targets(file));
    for (Pair pair : chapter.pairs()) {
      xml.writeStartElement("div");
      xml.writeAttribute("class", "pair");
      xml.writeAttribute("id", anchor(pair));
      text(xml, xhtml, "original", pair.original());
      text(xml, xhtml, "translation", pair.translation());
      if (!pair.note().text().isEmpty()) {
        words(xml, "p", "note", pair.note());
      }
      xml.writeEndElement();
    }
  }

  private static void text(XMLStreamWriter xml, XhtmlWriter xhtml, String side, Text text)
      throws XMLStreamException {
    if (!text.html().isEmpty()) {
      xml.writeStartElement("div");
      xml.writeAttribute("class", side);
      lang(xml, text.lang());
      xhtml.write(text.html());
      xml.writeEndElement();
    }
  }

  private static void words(XMLStreamWriter xml, String element, String css, Words words)
      throws XMLStreamException {
    xml.writeStartElement(element);
    if (!css.isEmpty()) {
      xml.writeAttribute("class", css);
    }
    lang(xml, words.lang());
    xml.writeCharacters(XmlText.permitted(words.text()));
    xml.writeEndElement();
  }

  private static void lang(XMLStreamWriter xml, String lang) throws XMLStreamException {
    if (!lang.isEmpty()) {
      xml.writeAttribute("lang", lang);
      xml.writeAttribute("xml:lang", lang);
    }
  }

  /** The headings, nested by their levels; the title page comes first. */
  private void contents(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("nav");
    xml.writeAttribute("epub:type", "toc");
    xml.writeAttribute("id", "toc");
    words(xml, "h1", "", book.contents());
    xml.writeStartElement("ol");
    item(xml, "title.xhtml", book.identity().titles().getFirst());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < book.chapters().size(); i++) {
      for (Pair pair : book.chapters().get(i).pairs()) {
        if (pair.level() > 0) {
          nest(xml, open, pair.level());
          item(xml, chapter(i) + "#" + anchor(pair), pair.heading());
        }
      }
    }
    while (!open.isEmpty()) {
      close(xml, open);
    }
    xml.writeEndElement(); // the last item
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Ends the items before an item of that level, or begins a list within the last one. */
  private static void nest(XMLStreamWriter xml, Deque<Integer> open, int level)
      throws XMLStreamException {
    while (!open.isEmpty() && open.peek() > level) {
      close(xml, open);
    }
    if (level > (open.isEmpty() ? 1 : open.peek())) {
      xml.writeStartElement("ol");
      open.push(level);
    } else {
      xml.writeEndElement();
    }
  }

  private static void close(XMLStreamWriter xml, Deque<Integer> open) throws XMLStreamException {
    xml.writeEndElement(); // the item
    xml.writeEndElement(); // the list
    open.pop();
  }

  /** Begins an item, whose list may follow. */
  private static void item(XMLStreamWriter xml, String href, Words words)
      throws XMLStreamException {
    xml.writeStartElement("li");
    xml.writeStartElement("a");
    xml.writeAttribute("href", href);
    lang(xml, words.lang());
    xml.writeCharacters(words.visible());
    xml.writeEndElement();
  }

  private XhtmlWriter.Targets targets(String file) {
    return new XhtmlWriter.Targets() {
      @Override
      public String link(String href) {
        if (!href.startsWith("#")) {
          return resources.address(href);
        }
        String place = places.getOrDefault(href.substring(1), "");
        return place.isEmpty() ? "" : place.equals(file) ? href : place + href;
      }

      @Override
      public String picture(String src) {
        return pictures.computeIfAbsent(src, EpubWriter.this::file);
      }
    };
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
    xml.writeStartElement("package");
    xml.writeDefaultNamespace("http://www.idpf.org/2007/opf");
    xml.writeAttribute("version", "3.0");
    xml.writeAttribute("unique-identifier", "id");
    xml.writeAttribute("xml:lang", book.contents().lang());
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
    itemref(xml, "title");
    itemref(xml, "nav");
    for (int i = 0; i < book.chapters().size(); i++) {
      itemref(xml, "text-" + (i + 1));
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void item(
      XMLStreamWriter xml, String id, String href, String type, String properties)
      throws XMLStreamException {
    xml.writeEmptyElement("item");
    xml.writeAttribute("id", id);
    xml.writeAttribute("href", href);
    xml.writeAttribute("media-type", type);
    if (!properties.isEmpty()) {
      xml.writeAttribute("properties", properties);
    }
  }

  private static void itemref(XMLStreamWriter xml, String id) throws XMLStreamException {
    xml.writeEmptyElement("itemref");
    xml.writeAttribute("idref", id);
  }

  private static String anchor(Pair pair) {
    return "s-" + pair.id();
  }

  private static String chapter(int index) {
    return "text-" + (index + 1) + ".xhtml";
  }
}
