package no.speil.markdown.splice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.markdown.parse.FrontMatterEntries;
import org.junit.jupiter.api.Test;

class FrontMatterWriterTest {

  @Test
  void plainValuesHaveNoQuotesAndOneNameIsAListOfOne() {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("title", List.of("Styret må gå, nå"));
    values.put("date", List.of("2015-08-24"));
    values.put("authors", List.of("Bryn, Trine Lise"));
    values.put("publisher", List.of(""));
    values.put("tags", List.of("a", "b"));

    assertThat(FrontMatterWriter.write(values))
        .isEqualTo(
            """
            ---
            title: Styret må gå, nå
            date: 2015-08-24
            authors:
              - Bryn, Trine Lise
            tags:
              - a
              - b
            ---
            """);
    assertThat(FrontMatterWriter.write(Map.of("title", List.of(" ")))).isEmpty();
  }

  @Test
  void everyValueIsReadAsItWasWritten() {
    for (String value :
        List.of(
            "Styret: et brev",
            "no",
            "Ja # nei",
            "a#b",
            "http://a.no/b",
            "- a",
            "[a]",
            "{a: b}",
            "\"a\"",
            "'a'",
            "a\\b",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "a:",
            "a: b",
            "null",
            "True",
            "~",
            "|",
            ">",
            "? a",
            "---",
            "1e3",
            "0x1F",
            "12:30",
            "«a»",
            "–",
            "…",
            "a\u0085b",
            "\u0007",
            "a\tb",
            "=",
            "<<",
            "a, b",
            "a\u2028b")) {
      String written = FrontMatterWriter.write(Map.of("title", List.of(value))) + "Tekst.\n";
      FrontMatterEntries read = FrontMatterEntries.read(written, "a.md");
      assertThat(read.problems()).as(written).isEmpty();
      assertThat(read.line("title")).as(written).isEqualTo(value.replaceAll("[\\s\u2028]", " "));
    }
  }

  @Test
  void keyThatIsNoNameIsQuoted() {
    String written = FrontMatterWriter.write(Map.of("a: b", List.of("c")));

    assertThat(FrontMatterEntries.read(written, "a.md").line("a: b")).isEqualTo("c");
  }
}
