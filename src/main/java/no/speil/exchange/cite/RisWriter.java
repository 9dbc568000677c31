package no.speil.exchange.cite;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.PartialDate;
import no.speil.corpus.PersonName;

/**
 * Writes a citation as RIS (Research Information Systems, 2001): each line is a tag, two spaces, a
 * hyphen, a space and text; the end of the reference is last; lines end with CR LF.
 */
final class RisWriter {
  private final StringBuilder lines = new StringBuilder();

  private RisWriter() {}

  static String of(Citation citation) {
    var ris = new RisWriter();
    ris.line("TY", citation.type().ris());
    ris.tell(citation);
    ris.lines.append("ER  - \r\n");
    return ris.lines.toString();
  }

  private void tell(Citation citation) {
    Citation.Imprint imprint = citation.imprint();
    Citation.Pin pin = citation.pin();
    line("ID", citation.key());
    names("AU", citation.authors());
    names("A4", imprint.translators());
    line("TI", citation.cited().title());
    if (citation.isTranslated()) {
      line("OP", citation.original().title());
      line(
          "N1",
          "Original title (" + citation.original().lang() + "): " + citation.original().title());
    }
    citation.notes().forEach(note -> line("N1", note));
    line("T2", imprint.archive());
    line("M3", imprint.kind());
    line("PB", citation.publisher());
    date(citation.date());
    line("LA", citation.cited().lang());
    imprint.subjects().forEach(subject -> line("KW", subject));
    line("SE", pin.passage().in(citation.cited().lang()));
    line("ET", pin.shortVersion());
    line("DO", citation.doi());
    line("UR", pin.address());
    line("L2", citation.source());
    line("Y2", PartialDate.parse(pin.read()).map(RisWriter::slashed).orElse(""));
  }

  private void line(String tag, String words) {
    String line = Citation.line(words);
    if (!line.isEmpty()) {
      lines.append(tag).append("  - ").append(line).append("\r\n");
    }
  }

  private void names(String tag, List<PersonName> names) {
    for (PersonName name : names) {
      line(tag, name.inverted().replace("*", "")); // the one character that no name may hold
    }
  }

  private void date(String date) {
    Optional<PartialDate> known = PartialDate.parse(date);
    line("PY", known.map(each -> String.valueOf(each.parts().getFirst())).orElse(""));
    line("DA", known.map(RisWriter::slashed).orElse(date.isEmpty() ? "" : "///" + date));
  }

  /** Year, month, day and a fourth part for anything else; missing parts keep their slash. */
  private static String slashed(PartialDate date) {
    return date.joined("/") + "/".repeat(4 - date.parts().size());
  }
}
