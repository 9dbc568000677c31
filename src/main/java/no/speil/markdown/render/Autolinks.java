package no.speil.markdown.render;

import java.util.EnumSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/** Finds bare web and mail addresses in text. */
public final class Autolinks {
  private static final LinkExtractor EXTRACTOR =
      LinkExtractor.builder()
          .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
          .build();

  private Autolinks() {}

  /** Whether the text has a mark that every address has, which is found much sooner. */
  public static boolean mayHaveAddress(String text) {
    return text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.");
  }

  /**
   * Visits a text from its beginning to its end.
   *
   * @param address takes each address, as it is written, and the scheme that it lacks, if any
   */
  public static void visit(
      String text, Consumer<String> words, BiConsumer<String, String> address) {
    for (Span span : EXTRACTOR.extractSpans(text)) {
      String written = text.substring(span.getBeginIndex(), span.getEndIndex());
      if (span instanceof LinkSpan link) {
        address.accept(written, link.getType() == LinkType.EMAIL ? "mailto:" : "");
      } else {
        words.accept(written);
      }
    }
  }
}
