package no.speil.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The common kinds of texts, each by any of its names, so that {@code brev} is a letter. */
public enum DocumentKind {
  LETTER("letter", "brev"),
  STATEMENT("statement", "uttalelse", "fråsegn"),
  SPEECH("speech", "tale"),
  ARTICLE("article", "artikkel"),
  BOOK("book", "bok"),
  REPORT("report", "rapport"),
  MINUTES("minutes", "referat"),
  HANDBOOK("handbook", "håndbok", "handbok");

  private final String english;
  private final String bokmaal;
  private final String nynorsk;

  DocumentKind(String english, String norwegian) {
    this(english, norwegian, norwegian);
  }

  DocumentKind(String english, String bokmaal, String nynorsk) {
    this.english = english;
    this.bokmaal = bokmaal;
    this.nynorsk = nynorsk;
  }

  /** The kind of that name, in any case; empty for one that is not common. */
  public static Optional<DocumentKind> parse(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(kind -> kind.names().contains(name)).findFirst();
  }

  /** What documents of a kind are grouped by: a common kind's code, any other as it is written. */
  public static String group(String written) {
    return parse(written).map(DocumentKind::code).orElse(written);
  }

  /** The English name. */
  public String code() {
    return english;
  }

  /** The name in Bokmål. */
  public String norwegian() {
    return bokmaal;
  }

  /** All names, each once. */
  public List<String> names() {
    return Stream.of(english, bokmaal, nynorsk).distinct().toList();
  }
}
