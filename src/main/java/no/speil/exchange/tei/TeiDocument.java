package no.speil.exchange.tei;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.exchange.cite.Citation;

/**
 * What a document in TEI P5 tells: a text for each language with its sections, links between the
 * sections, and notes that say what people have done with each translation, and whether it still
 * says what its original says.
 *
 * @param sides those that are to be written
 * @param isPart whether other sections are left out, as Distributed Text Services do
 * @param addresses the absolute address of a link or picture; empty where it leads nowhere
 */
public record TeiDocument(
    Citation citation,
    List<Side> sides,
    List<TeiSection> sections,
    boolean isPart,
    UnaryOperator<String> addresses) {
  public static final String MEDIA_TYPE = "application/tei+xml";
  public static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

  public TeiDocument {
    sides = sides.stream().filter(side -> !citation.text(side).isEmpty()).toList();
  }

  /**
   * A section of the document.
   *
   * @param number by which it is quoted
   * @param html of each side that is to be written; well-formed, and empty if it has no text
   */
  public record TeiSection(
      SectionId id, int number, Map<Side, String> html, State state, Freshness freshness) {}

  /** The sections that have a text on these sides. */
  public List<TeiSection> with(List<Side> wanted) {
    return sections.stream()
        .filter(
            section ->
                wanted.stream().noneMatch(side -> section.html.getOrDefault(side, "").isBlank()))
        .toList();
  }
}
