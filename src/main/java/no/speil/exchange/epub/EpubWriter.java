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
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.epub.EpubBook.Pair;
import no.speil.exchange.epub.EpubBook.Part;
import no.speil.exchange.epub.EpubBook.Text;
import no.speil.exchange.epub.EpubBook.Words;

/**
 * Writes a book as EPUB 3.3 (W3C): title pages, a table of contents, and each section in both
 * languages, the original first. A book that was cut off is no whole container.
 */
public final class EpubWriter {
  public static final String MEDIA_TYPE = "application/epub+zip";

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
    List<EpubPage.Entry> contents = below(0, new ArrayDeque<>(headings));
    var page = new EpubPage.Contents(book.contents(), contents);
    entry("book/nav.xhtml", resources.page(page).getBytes(UTF_8));
    for (Map.Entry<String, EpubResources.Picture> picture : files.entrySet()) {
      begin(new ZipEntry("book/" + picture.getKey()));
      Files.copy(picture.getValue().file(), zip);
      zip.closeEntry();
    }
    var whole = new EpubPackage(book, languages, pages, files);
    entry("book/package.opf", resources.packageFile(whole).getBytes(UTF_8));
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
        places.put(pair.anchor(), text(first + i));
        place(pair.original(), text(first + i));
        place(pair.translation(), text(first + i));
      }
    }
    Words title = part.titles().getFirst();
    String titlePage = "title-" + (pages.size() - first + 2) + ".xhtml";
    headings.add(new Heading(1, titlePage, title));
    add(titlePage, new EpubPage.Title(part.titles(), part.titlePage(), xhtml(titlePage)));
    for (int i = 0; i < part.chapters().size(); i++) {
      List<Pair> pairs = part.chapters().get(i).pairs();
      String file = text(first + i);
      for (Pair pair : pairs) {
        if (pair.level() > 0 && !part.titles().contains(pair.heading())) {
          int level = part.level() + pair.level();
          headings.add(new Heading(level, file + "#" + pair.anchor(), pair.heading()));
        }
      }
      add(file, new EpubPage.Pairs(title, pairs, xhtml(file)));
    }
  }

  private void place(Text text, String file) {
    ID.matcher(text.html()).results().forEach(id -> places.putIfAbsent(id.group(1), file));
  }

  private void add(String file, EpubPage page) throws IOException {
    pages.add(file);
    entry("book/" + file, resources.page(page).getBytes(UTF_8));
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

  /** The next headings below a level, nested by their levels. */
  private static List<EpubPage.Entry> below(int level, Deque<Heading> left) {
    var entries = new ArrayList<EpubPage.Entry>();
    while (!left.isEmpty() && left.element().level() > level) {
      Heading next = left.remove();
      entries.add(new EpubPage.Entry(next.href(), next.words(), below(next.level(), left)));
    }
    return entries;
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

  private static String text(int number) {
    return "text-" + number + ".xhtml";
  }
}
