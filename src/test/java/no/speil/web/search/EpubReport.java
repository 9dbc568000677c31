package no.speil.web.search;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** What EPUBCheck, the W3C's own conformance checker, says of a book. */
final class EpubReport extends MasterReport {
  private final List<String> findings = new ArrayList<>();

  private EpubReport() {
    super(false);
  }

  /** Errors and warnings, with their places. */
  static List<String> of(byte[] epub) {
    var report = new EpubReport();
    new EpubCheck(new ByteArrayInputStream(epub), report, "book.epub").doValidate();
    return report.findings;
  }

  @Override
  public void message(Message message, EPUBLocation location, Object... details) {
    Severity severity = message.getSeverity();
    if (severity == Severity.FATAL || severity == Severity.ERROR || severity == Severity.WARNING) {
      findings.add(message.getID() + " " + location + ": " + message.getMessage(details));
    }
  }

  @Override
  public void info(String resource, FeatureEnum feature, String value) {}

  @Override
  public int generate() {
    return 0;
  }

  @Override
  public void initialize() {}
}
