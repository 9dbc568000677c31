package no.speil.markdown.render;

import java.util.EnumSet;
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
    for (Span span : spans(markdown)) {
      String written = markdown.substring(span.getBeginIndex(), span.getEndIndex());
      if (span instanceof LinkSpan link) {
        link(written, link.getType() == LinkType.EMAIL ? "mailto:" : "");
      } else {
        html.append(InlineHtmlWriter.decoded(written));
      }
    }
  }

  /** Whether the text has a mark that every address has, which is found much sooner. */
  public static boolean mayHaveAddress(String text) {
    return text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.");
  }

  /** The text split at the addresses in it. */
  public static Iterable<Span> spans(String text) {
    return EXTRACTOR.extractSpans(text);
  }

  /** Writes an address as a link to itself. */
  void link(String address, String scheme) {
    String whole = scheme.isEmpty() && address.startsWith("www.") ? "http://" + address : address;
    html.append("<a href=\"").append(HtmlEscape.text(scheme + whole)).append("\">");
    html.append(HtmlEscape.text(address)).append("</a>");
  }
}
