package no.speil.exchange.unit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.corpus.Language;
import no.speil.exchange.TmxWriter;
import no.speil.exchange.unit.ImportedUnit.Plain;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads translation memories of any program (TMX 1.4, level 1: without the codes in them), one unit
 * at a time.
 */
public final class TmxReader {
  private static final Set<String> ROOT = Set.of("tmx");

  /** In characters; longer texts are no sentences. */
  private static final int LONGEST = 10_000;

  private TmxReader() {}

  /** The text of a unit in one language. */
  private record Variant(String language, String words) {}

  /**
   * Gives the Norwegian and English texts in order, whichever was translated.
   *
   * @param sink is given the Norwegian text and the English one; what it got counts only if this
   *     returns
   * @throws UnreadableFileException if the file is damaged, or has no such pair
   */
  public static void pairs(InputStream in, BiConsumer<String, String> sink)
      throws UnreadableFileException {
    XmlReaders.read(
        in,
        ROOT,
        xml -> {
          boolean isEmpty = true;
          int first = 0;
          while (goTo(xml, Set.of("tu"))) {
            first = first == 0 ? xml.getLocation().getLineNumber() : first;
            List<Variant> variants = variants(xml);
            String norwegian = first(variants, Language::isNorwegian);
            String english = first(variants, Language::isEnglish);
            if (!norwegian.isEmpty() && !english.isEmpty()) {
              isEmpty = false;
              sink.accept(norwegian, english);
            }
          }
          if (isEmpty) {
            throw new UnreadableFileException(Reason.OTHER_LANGUAGES, first, "");
          }
          return sink;
        });
  }

  private static String first(List<Variant> variants, Predicate<Language> wanted) {
    return variants.stream()
        .filter(each -> wanted.test(Language.of(each.language())))
        .map(each -> each.words().strip().replaceAll("\\s+", " "))
        .filter(words -> !words.isEmpty() && words.length() <= LONGEST)
        .findFirst()
        .orElse("");
  }

  /** The units that have an id. The English text is the translation, the other the original. */
  static List<ImportedUnit> units(byte[] file) throws UnreadableFileException {
    return XmlReaders.read(
        new ByteArrayInputStream(file),
        ROOT,
        xml -> {
          var units = new ArrayList<ImportedUnit>();
          boolean isSentence = false;
          while (goTo(xml, Set.of("header", "tu"))) {
            if (xml.getLocalName().equals("header")) {
              isSentence = XmlReaders.attribute(xml, "segtype").equals("sentence");
            } else {
              units.add(unit(xml, isSentence));
            }
          }
          units.removeIf(unit -> unit.id().isEmpty());
          return units;
        });
  }

  private static ImportedUnit unit(XMLStreamReader xml, boolean isSentence)
      throws XMLStreamException {
    String id = XmlReaders.attribute(xml, "tuid");
    @Nullable Instant changed = time(XmlReaders.attribute(xml, "changedate"));
    String source = "";
    String target = "";
    for (Variant each : variants(xml)) {
      boolean isEnglish = each.language().toLowerCase(Locale.ROOT).startsWith("en");
      source = isEnglish ? source : each.words();
      target = isEnglish ? each.words() : target;
    }
    return new ImportedUnit(
        id,
        new Plain(source, isSentence),
        target.isBlank() ? null : new Plain(target, isSentence),
        null,
        "",
        changed);
  }

  /** The texts of the unit that begins here; the reader is at its end afterwards. */
  private static List<Variant> variants(XMLStreamReader xml) throws XMLStreamException {
    var variants = new ArrayList<Variant>();
    String language = "";
    while (goTo(xml, Set.of("tuv", "seg"))) {
      if (xml.getLocalName().equals("tuv")) {
        language = XmlReaders.attribute(xml, "lang");
      } else {
        variants.add(new Variant(language, XmlReaders.words(xml)));
      }
    }
    return variants;
  }

  /** Goes to the next of these elements; false if the unit, or the file, ends before. */
  private static boolean goTo(XMLStreamReader xml, Set<String> elements) throws XMLStreamException {
    boolean isEnd = false;
    while (!isEnd && xml.hasNext()) {
      xml.next();
      if (xml.isStartElement() && elements.contains(xml.getLocalName())) {
        return true;
      }
      isEnd = xml.isEndElement() && xml.getLocalName().equals("tu");
    }
    return false;
  }

  private static @Nullable Instant time(String written) {
    try {
      return Instant.from(TmxWriter.TIME.parse(written));
    } catch (DateTimeException e) {
      return null; // another tool's form of dates says nothing
    }
  }
}
