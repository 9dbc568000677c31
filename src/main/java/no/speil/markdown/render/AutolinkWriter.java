package no.speil.markdown.render;

import java.util.EnumSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import no.speil.corpus.text.HtmlEscape;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/** Writes text and makes links of bare web and mail addresses in it. */
public final class AutolinkWriter {
  private static final LinkExtractor EXTRACTOR =
      LinkExtractor.builder()
          .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
          .build();

  private final StringBuilder html;

  AutolinkWriter(StringBuilder html) {
    this.html = html;
  }

  /**
   * Writes text.
   *
   * @param markdown with its escapes and entities
   */
  void write(String markdown) {
    visit(markdown, words -> html.append(InlineHtmlWriter.decoded(words)), this::link);
  }

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

  /** Writes an address as a link to itself. */
  void link(String address, String scheme) {
    String whole = scheme.isEmpty() && address.startsWith("www.") ? "http://" + address : address;
    html.append("<a href=\"").append(HtmlEscape.text(scheme + whole)).append("\">");
    html.append(HtmlEscape.text(address)).append("</a>");
  }
}
