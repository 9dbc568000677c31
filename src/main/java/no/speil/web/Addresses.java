package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.tracking.Version;

/** The addresses of this server's own pages, percent-encoded (RFC 3986). */
final class Addresses {
  private Addresses() {}

  static String document(DocumentId id) {
    return "/d/" + path(id.value());
  }

  static String row(DocumentId document, SectionId section) {
    return document(document) + "#" + anchor(section);
  }

  static String section(SectionId id) {
    return "/s/" + id;
  }

  /** Where an error in a section is reported, by who saw that version. */
  static String reporting(SectionId id, Version seen) {
    return section(id) + "/report?v=" + seen;
  }

  static String anchor(SectionId id) {
    return "s-" + id;
  }

  /** A path whose segments may hold any characters. */
  static String path(String path) {
    return Stream.of(path.split("/", -1)).map(Addresses::encode).collect(Collectors.joining("/"));
  }

  static String encode(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
