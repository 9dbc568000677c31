package no.speil.web.cite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.exchange.cite.Citation;
import no.speil.web.page.Messages;

/** Writes a citation as a sentence or two, in the language of the page. */
public final class CitationText {
  private static final int DIGITS = 8;

  private CitationText() {}

  public static String in(Messages t, Citation citation) {
    Citation.Imprint imprint = citation.imprint();
    Citation.Pin pin = citation.pin();
    var sentences = new ArrayList<String>();
    sentences.add(String.join("; ", citation.authors()));
    sentences.add(titles(citation));
    if (!imprint.translators().isEmpty()) {
      sentences.add(t.of("cite.translated-by", String.join(", ", imprint.translators())));
    }
    sentences.add(listed(Stream.of(imprint.publisher(), imprint.date())));
    if (!pin.section().isEmpty()) {
      sentences.add(t.of("cite.section", pin.section()));
    }
    sentences.add(t.of("cite.version", shortened(pin.version())));
    sentences.add(t.of("cite.read", pin.address(), t.day(pin.read())));
    return ended(sentences);
  }

  private static String titles(Citation citation) {
    String title = citation.cited().title();
    String original = citation.original().title();
    return citation.isTranslated() && !original.equals(title)
        ? title + " [" + original + "]"
        : title;
  }

  /** Enough digits to tell versions apart; the address has all of them. */
  private static String shortened(String version) {
    return Arrays.stream(version.split("\\.", -1))
        .map(part -> part.substring(0, Math.min(DIGITS, part.length())))
        .collect(Collectors.joining("."));
  }

  private static String listed(Stream<String> words) {
    return words.filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String ended(List<String> sentences) {
    return sentences.stream()
        .map(each -> each.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
        .filter(each -> !each.isEmpty())
        .map(each -> ".!?".indexOf(each.charAt(each.length() - 1)) < 0 ? each + "." : each)
        .collect(Collectors.joining(" "));
  }
}
