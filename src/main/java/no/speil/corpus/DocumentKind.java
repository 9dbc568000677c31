package no.speil.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The common kinds of texts, each by any of its names, so that {@code brev} is a letter. Their
 * codes are their English names.
 */
public enum DocumentKind implements Coded {
  LETTER("brev"),
  STATEMENT("uttalelse", "fråsegn"),
  SPEECH("tale"),
  ARTICLE("artikkel"),
  BOOK("bok"),
  REPORT("rapport"),
  MINUTES("referat"),
  HANDBOOK("håndbok", "handbok");

  private final String bokmaal;
  private final String nynorsk;

  DocumentKind(String norwegian) {
    this(norwegian, norwegian);
  }

  DocumentKind(String bokmaal, String nynorsk) {
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

  /** The name in Bokmål. */
  public String norwegian() {
    return bokmaal;
  }

  /** All names, each once. */
  public List<String> names() {
    return Stream.of(code(), bokmaal, nynorsk).distinct().toList();
  }
}
