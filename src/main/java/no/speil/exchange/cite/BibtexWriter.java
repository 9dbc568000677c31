package no.speil.exchange.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.corpus.PartialDate;
import no.speil.corpus.PersonName;

/**
 * Writes a citation for BibTeX and BibLaTeX, in UTF-8. BibTeX counts every brace, even after a
 * backslash, so braces in a title are written as commands. What older styles have no field for is
 * repeated in the note.
 */
final class BibtexWriter {
  private static final Map<String, String> HYPHENATION =
      Map.of("nb", "norsk", "no", "norsk", "nn", "nynorsk", "en", "english", "en-GB", "british");

  private final StringBuilder fields = new StringBuilder();

  private BibtexWriter() {}

  static String of(Citation citation) {
    var entry = new BibtexWriter();
    entry.tell(citation);
    return "@misc{" + citation.key() + ",\n" + entry.fields + "}\n";
  }

  private void tell(Citation citation) {
    Citation.Voice cited = citation.cited();
    Citation.Imprint imprint = citation.imprint();
    put("author", names(citation.authors()));
    put("title", "{" + escaped(cited.title()) + "}");
    put("translator", names(imprint.translators()));
    put("type", escaped(imprint.kind()));
    if (citation.isTranslated()) {
      put("origtitle", "{" + escaped(citation.original().title()) + "}");
      put("origlanguage", language(citation.original().lang()));
      put("origpublisher", literal(citation.origin().publisher()));
      put(
          "origdate",
          PartialDate.parse(citation.origin().date()).map(d -> d.joined("-")).orElse(""));
    }
    put("publisher", literal(citation.publisher()));
    put("organization", literal(citation.publisher()));
    put("howpublished", literal(imprint.archive()));
    date(citation.date());
    put("language", language(cited.lang()));
    put("langid", HYPHENATION.getOrDefault(cited.lang(), ""));
    put("version", escaped(citation.pin().shortVersion()));
    put("doi", address(citation.doi()));
    put("url", address(citation.pin().address()));
    put("urldate", citation.pin().read());
    put(
        "keywords",
        imprint.subjects().stream().map(BibtexWriter::escaped).collect(Collectors.joining(", ")));
    put("note", note(citation));
  }

  private void put(String name, String value) {
    if (!value.isEmpty()) {
      fields.append("  %s = {%s},\n".formatted(name, value));
    }
  }

  private void date(String date) {
    Optional<PartialDate> known = PartialDate.parse(date);
    put("date", known.map(each -> each.joined("-")).orElse(""));
    put("year", known.map(each -> String.valueOf(each.parts().getFirst())).orElse(escaped(date)));
  }

  private static String note(Citation citation) {
    var sentences = new ArrayList<String>();
    if (citation.isTranslated()) {
      sentences.add("Original title: {" + escaped(citation.original().title()) + "}");
    }
    citation.notes().forEach(note -> sentences.add(escaped(note)));
    return String.join(". ", sentences);
  }

  private static String names(List<PersonName> names) {
    return names.stream().map(BibtexWriter::name).collect(Collectors.joining(" and "));
  }

  private static String name(PersonName name) {
    return name.isWhole()
        ? literal(name.family())
        : "{" + escaped(name.family()) + "}, {" + escaped(name.given()) + "}";
  }

  /** In braces, so that "and" or a comma does not split it. */
  private static String literal(String text) {
    return text.isEmpty() ? "" : "{" + escaped(text) + "}";
  }

  private static String language(String tag) {
    return escaped(Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH));
  }

  /** URLs are read literally, so nothing in them may need escaping. */
  private static String address(String address) {
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20");
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    Citation.line(text).codePoints().forEach(c -> escaped.append(escaped(c)));
    return escaped.toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      case '{' -> "\\textbraceleft{}";
      case '}' -> "\\textbraceright{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '#', '$', '%', '&', '_' -> "\\" + Character.toString(character);
      default -> Character.toString(character);
    };
  }
}
