package no.speil.web.cite;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.PersonName;
import no.speil.exchange.cite.Citation;
import no.speil.messages.Messages;
import no.speil.web.page.ShortText;

/** Writes a citation as some sentences, in the language of the page. */
public final class CitationText {
  private CitationText() {}

  public static String in(Messages t, Citation citation) {
    Citation.Pin pin = citation.pin();
    Citation.Publication origin = citation.origin();
    List<PersonName> translators = citation.imprint().translators();
    String published =
        ShortText.joined(", ", origin.publisher(), t.date(origin.date()), origin.source());
    return ended(
        joined(citation.authors(), PersonName::inverted, "; "),
        ShortText.joined(", ", titles(citation), pin.passage().in(t.lang())),
        translators.isEmpty()
            ? ""
            : t.of("cite.translated-by", joined(translators, PersonName::inOrder, ", ")),
        ShortText.joined(", ", citation.publisher(), t.date(citation.date()), citation.source()),
        published.isEmpty() ? "" : t.of("cite.original", published),
        citation.cited().publication().identifierNames(),
        citation.licence().words(),
        ShortText.joined(
            ", ", citation.imprint().archive(), t.of("cite.version", pin.shortVersion())),
        pin.read().isEmpty()
            ? pin.address()
            : t.of("cite.read", pin.address(), t.date(pin.read())));
  }

  private static String titles(Citation citation) {
    String title = citation.cited().title();
    String original = citation.original().title();
    return citation.isTranslated() && !original.equals(title)
        ? title + " [" + original + "]"
        : title;
  }

  private static String joined(
      List<PersonName> names, Function<PersonName, String> form, String sign) {
    return names.stream().map(form).collect(Collectors.joining(sign));
  }

  private static String ended(String... sentences) {
    return Stream.of(sentences)
        .map(each -> each.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
        .filter(each -> !each.isEmpty())
        .map(each -> ".!?".indexOf(each.charAt(each.length() - 1)) < 0 ? each + "." : each)
        .collect(Collectors.joining(" "));
  }
}
