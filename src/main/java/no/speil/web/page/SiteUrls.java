package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.record.SectionVersion;

/** The addresses of this server's own pages, percent-encoded (RFC 3986). */
public final class SiteUrls {
  private SiteUrls() {}

  public static String document(DocumentId id) {
    return "/d/" + path(id.value());
  }

  static String row(DocumentId document, SectionId section) {
    return document(document) + "#" + anchor(section);
  }

  public static String section(SectionId id) {
    return "/s/" + id;
  }

  /** Where an error in a section is reported, by who saw that version. */
  public static String report(SectionId id, SectionVersion seen) {
    return section(id) + "/report?v=" + seen;
  }

  public static String anchor(SectionId id) {
    return "s-" + id;
  }

  /** Where the part under a heading is marked; the document where its title is named. */
  public static String bulkMark(DocumentId document, SectionId heading) {
    return "/mark/" + path(document.value()) + "?part=" + heading;
  }

  /** Where a document's alignment is put right. */
  public static String align(DocumentId document) {
    return "/align/" + path(document.value());
  }

  /** The place of a section there, wherever in the document it is. */
  public static String align(DocumentId document, SectionId section) {
    return align(document) + "?at=" + section + "#" + anchor(section);
  }

  /** The document as a file, without the ending that says in which form. */
  public static String file(DocumentId document) {
    return "/export/" + path(document.value());
  }

  /** One document's feed. */
  public static String feed(DocumentId document) {
    return "/feed.atom?document=" + encode(document.value());
  }

  /** The work to do in one document. */
  public static String queue(DocumentId document) {
    return "/queue?q=" + encode(within(document.value()));
  }

  /** The query that finds all that is in a folder or document. */
  public static String within(String path) {
    return "doc:" + (path.matches("[\\p{L}\\p{N}/._-]+") ? path : "\"" + path + "\"");
  }

  /** A path whose segments may hold any characters. */
  public static String path(String path) {
    return Stream.of(path.split("/", -1)).map(SiteUrls::encode).collect(Collectors.joining("/"));
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
