package no.speil.exchange.tei;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** What the RELAX NG schema of TEI, as far as Speil needs it, says of a document. */
public final class TeiReport implements ErrorHandler {
  private final List<String> findings = new ArrayList<>();

  private TeiReport() {}

  /** Errors and warnings, with their lines. */
  public static List<String> of(String tei) throws Exception {
    var report = new TeiReport();
    var properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, report);
    RngProperty.CHECK_ID_IDREF.add(properties);
    var driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    var schema = new InputSource(TeiReport.class.getResource("tei.rnc").toString());
    if (!driver.loadSchema(schema)) {
      throw new IllegalStateException("no schema: " + report.findings);
    }
    driver.validate(new InputSource(new StringReader(tei)));
    return report.findings;
  }

  @Override
  public void warning(SAXParseException finding) {
    add(finding);
  }

  @Override
  public void error(SAXParseException finding) {
    add(finding);
  }

  @Override
  public void fatalError(SAXParseException finding) {
    add(finding);
  }

  private void add(SAXParseException finding) {
    findings.add(
        finding.getLineNumber() + ":" + finding.getColumnNumber() + ": " + finding.getMessage());
  }
}
