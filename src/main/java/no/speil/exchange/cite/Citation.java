package no.speil.exchange.cite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Identifier;
import no.speil.corpus.Licence;
import no.speil.corpus.PersonName;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.exchange.XmlText;

/**
 * A document or section to be cited: in both languages, as it was read on a day. Unknown values are
 * empty.
 *
 * @param key unique; ASCII letters, digits and hyphens only
 * @param original {@link Voice#NONE} if there is no original
 * @param translation {@link Voice#NONE} if there is no translation
 */
public record Citation(String key, Voice original, Voice translation, Imprint imprint, Pin pin) {
  /**
   * One of the two texts.
   *
   * @param lang its language tag
   * @param authors as that text names them
   * @param description what it says of itself, or its first words
   * @param address absolute URL of this text alone
   */
  public record Voice(
      String title,
      String lang,
      List<PersonName> authors,
      String description,
      Publication publication,
      String address) {
    public static final Voice NONE = new Voice("", "", List.of(), "", Publication.NONE, "");

    public boolean isEmpty() {
      return title.isEmpty();
    }
  }

  /**
   * Where and when one of the texts was published, as its front matter says.
   *
   * @param source its address there
   */
  public record Publication(
      String date, String publisher, String source, Licence licence, List<Identifier> identifiers) {
    public static final Publication NONE = new Publication("", "", "", Licence.NONE, List.of());

    /** The names of the identifiers. */
    public String identifierNames() {
      return identifiers.stream().map(Identifier::name).collect(Collectors.joining(", "));
    }
  }

  /**
   * What both texts share.
   *
   * @param kind as in the front matter
   * @param archive the name of the archive that has them
   * @param modified the moment, by ISO 8601, when somebody worked on them last
   */
  public record Imprint(
      String kind,
      List<PersonName> translators,
      List<String> subjects,
      String archive,
      String modified) {}

  /**
   * The version that was read.
   *
   * @param address absolute and permanent URL; the page shows whether the text is still that
   *     version
   * @param read the day on which it was read; empty where nobody can tell, as in a static site
   */
  public record Pin(Passage passage, String version, String address, String read) {
    private static final int DIGITS = 8;

    /** The hashes of both texts, shortened as git does; the address has all digits. */
    public String shortVersion() {
      return Arrays.stream(version.split("\\.", -1))
          .limit(2)
          .map(hash -> hash.substring(0, Math.min(DIGITS, hash.length())))
          .collect(Collectors.joining("."));
    }
  }

  /**
   * The cited part of a document.
   *
   * @param paragraph its number there; 0 if it is the whole document, or its title
   * @param heading above it, in the language of the cited text
   */
  public record Passage(int paragraph, String heading) {
    public static final Passage ALL = new Passage(0, "");

    /** Such as: "Demands", para. 3. In Norwegian: «Krav», avsn. 3. */
    public String in(String lang) {
      boolean norwegian = Stream.of("nb", "nn", "no").anyMatch(lang::startsWith);
      String number = paragraph == 0 ? "" : norwegian ? "avsn. " + paragraph : "para. " + paragraph;
      String quoted =
          heading.isEmpty() ? "" : norwegian ? "«" + heading + "»" : "“" + heading + "”";
      return Stream.of(quoted, number)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(", "));
    }
  }

  public Voice text(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  /** The texts that are known, the original first. */
  public Stream<Voice> texts() {
    return Stream.of(original, translation).filter(text -> !text.isEmpty());
  }

  /** The text that is cited: the translation if there is one, which has an original. */
  public Voice cited() {
    return translation.isEmpty() ? original : translation;
  }

  /** The authors as the cited text names them; if it does not, as the other does. */
  public List<PersonName> authors() {
    return cited().authors().isEmpty() ? original.authors() : cited().authors();
  }

  /** When the cited text was published; if it does not say, when the original was. */
  public String date() {
    return first(cited().publication().date(), original.publication().date());
  }

  /** The publisher of the cited text; if it does not say, that of the original. */
  public String publisher() {
    return first(cited().publication().publisher(), original.publication().publisher());
  }

  /** Where the cited text was published, if it says. */
  public String source() {
    return cited().publication().source();
  }

  /** What may be done with the cited text, if it says. */
  public Licence licence() {
    return cited().publication().licence();
  }

  /** The DOI of the cited text, without a scheme; empty if it has none. */
  String doi() {
    return cited().publication().identifiers().stream()
        .map(Identifier::doi)
        .filter(doi -> !doi.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * How the original was published, as far as that differs; {@link Publication#NONE} if it is
   * cited.
   */
  public Publication origin() {
    Publication known = isTranslated() ? original.publication() : Publication.NONE;
    return new Publication(
        known.date().equals(date()) ? "" : known.date(),
        known.publisher().equals(publisher()) ? "" : known.publisher(),
        known.source().equals(source()) ? "" : known.source(),
        known.licence().equals(licence()) ? Licence.NONE : known.licence(),
        known.identifiers());
  }

  /** Whether it is a translation of a text whose title is known. */
  public boolean isTranslated() {
    return !translation.isEmpty() && !original.isEmpty();
  }

  public WorkType type() {
    return WorkType.of(imprint.kind());
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** What the formats have no field for, in English phrases without a full stop. */
  List<String> notes() {
    String translators =
        imprint.translators().stream().map(PersonName::inOrder).collect(Collectors.joining(", "));
    return Stream.of(
            said("Translated by ", translators),
            said("Original published by ", origin().publisher()),
            said("Original at ", origin().source()),
            said("Original identified by ", origin().identifierNames()),
            said("Rights of the original: ", origin().licence().words()),
            said("Published at ", source()),
            said("Identified by ", cited().publication().identifierNames()),
            said("Rights: ", licence().words()),
            said("Licence: ", licence().address()),
            pin.passage().in(cited().lang()))
        .filter(note -> !note.isEmpty())
        .toList();
  }

  private static String said(String about, String words) {
    return words.isEmpty() ? "" : about + words;
  }

  /** Text on a single line: white space and control characters are single spaces. */
  static String line(String text) {
    return Normalization.normalize(XmlText.permitted(text).replaceAll("\\p{Cc}", " ")).strip();
  }
}
