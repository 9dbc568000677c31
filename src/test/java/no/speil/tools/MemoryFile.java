package no.speil.tools;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.corpus.DocumentId;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.ExportHeader;
import no.speil.exchange.SegmentType;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.exports.SentenceUnitSplitter;
import no.speil.library.exports.TranslationUnits;
import no.speil.search.execute.SectionIterator;

/**
 * A document exported as TMX.
 *
 * @param language of its originals
 */
record MemoryFile(Path path, String language, List<Unit> units) {
  private static final String SITE = "https://speil.example.org";

  MemoryFile {
    units = List.copyOf(units);
  }

  /** A unit of it. */
  record Unit(String source, String target) {}

  /**
   * Exports every document of an archive by sections and by sentences, if it has any pair of texts.
   *
   * @param folder an empty one
   */
  static List<MemoryFile> exportAll(Path archive, Path folder) {
    var files = new ArrayList<MemoryFile>();
    try (TestLibrary reader = new TestLibrary(archive)) {
      Library library = reader.openReadOnly(folder.resolve("index"));
      for (DocumentId id : library.catalogue().ids()) {
        for (SegmentType segmentType : SegmentType.values()) {
          Path file = folder.resolve(segmentType.code()).resolve(id.value() + ".tmx");
          Files.createDirectories(file.getParent());
          write(library, id, segmentType, file);
          MemoryFile written = read(file);
          if (!written.units().isEmpty()) {
            files.add(written);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("exporting " + archive, e);
    }
    return files;
  }

  private static void write(Library library, DocumentId id, SegmentType segmentType, Path file)
      throws IOException {
    try (SectionIterator sections = library.search().all(id);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ExportFormat.TMX
          .writer(segmentType, new SentenceUnitSplitter(LayoutEngines.sentences())::of)
          .write(
              out,
              new ExportHeader("", SITE, Instant.EPOCH, sections.total()),
              new TranslationUnits(section -> SITE + "/s/" + section).of(sections));
    }
  }

  private static MemoryFile read(Path file) {
    var units = new ArrayList<Unit>();
    String language = "";
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      String source = "";
      boolean isSource = true;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "tu" -> {
            isSource = true;
            language = xml.getAttributeValue(null, "srclang");
          }
          case "seg" -> {
            if (isSource) {
              source = xml.getElementText();
            } else {
              units.add(new Unit(source, xml.getElementText()));
            }
            isSource = false;
          }
          default -> {}
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("reading " + file, e);
    }
    return new MemoryFile(file, language, units);
  }
}
