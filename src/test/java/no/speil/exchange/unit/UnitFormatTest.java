package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import no.speil.TestCorpora;
import no.speil.archive.Archive;
import no.speil.corpus.Side;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.library.documents.LiveDocument;
import no.speil.library.exports.UnitDocuments;
import no.speil.library.scan.ArchiveScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out to translators' tools, of every document at hand. */
@Tag("slow")
class UnitFormatTest {
  private static final String SCHEMAS =
      "javax.xml.validation.SchemaFactory:" + XMLConstants.W3C_XML_SCHEMA_NS_URI;

  private static final Map<Path, List<LiveDocument>> READ = new HashMap<>();

  /** Okapi sets properties that the schema factory of another test library does not know. */
  @BeforeAll
  static void takeThePlatformsSchemas() {
    System.setProperty(
        SCHEMAS, "com.sun.org.apache.xerces.internal.jaxp.validation.XMLSchemaFactory");
  }

  @AfterAll
  static void takeAnySchemas() {
    System.clearProperty(SCHEMAS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nb-preservation", "udhr"})
  void xliff2IsValidAtItsStrictest(String corpus) {
    var failures = new ArrayList<String>();
    for (LiveDocument document : documents(corpus)) {
      String xml = written(document, UnitFormat.XLF);
      try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
        reader.open(xml);
        while (reader.hasNext()) {
          reader.next();
        }
      } catch (RuntimeException e) {
        failures.add(document.id() + ": " + e.getMessage());
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = UnitFormat.class,
      names = {"XLF", "XLIFF", "PO"})
  void whatNobodyTouchedChangesNothing(UnitFormat format) throws Exception {
    var changes = new ArrayList<String>();
    for (String corpus : List.of("", "nb-preservation", "udhr")) {
      for (LiveDocument document : documents(corpus)) {
        String file = written(document, format);
        List<ImportedUnit> units = format.read(file.getBytes(UTF_8));
        for (ImportStep step :
            ImportPlanner.plan(document.sections(), ImportPlanner.bySection(units))) {
          if (step.kind() != Kind.NOTHING) {
            changes.add(
                document.id()
                    + " "
                    + step.section()
                    + " "
                    + step.kind()
                    + " "
                    + step.reason()
                    + "\n"
                    + step.markdown()
                    + "\n--- "
                    + step.now().markdown(Side.TRANSLATION));
          }
        }
      }
    }
    assertThat(changes).isEmpty();
  }

  static String written(LiveDocument document, UnitFormat format) {
    var out = new ByteArrayOutputStream();
    try {
      format.write(out, UnitDocuments.of(document));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toString(UTF_8);
  }

  static List<LiveDocument> documents(String corpus) {
    Path root = corpus.isEmpty() ? Path.of("") : TestCorpora.require(corpus);
    return READ.computeIfAbsent(root, UnitFormatTest::read);
  }

  private static List<LiveDocument> read(Path root) {
    var documents = new ArrayList<LiveDocument>();
    try (Archive archive = Archive.openReadOnly(root.toAbsolutePath(), Clock.systemUTC())) {
      ArchiveScan.of(archive, Clock.systemUTC(), documents::add);
    }
    return documents;
  }
}
