package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.record.CommentEvent;

/** The addresses of this server's own pages, percent-encoded (RFC 3986). */
public final class SiteUrls {
  private SiteUrls() {}

  public static String document(DocumentId id) {
    return "/d/" + path(id.value());
  }

  public static String section(SectionId id) {
    return "/s/" + id;
  }

  /** The page with all about a section. */
  public static String history(SectionId id) {
    return section(id) + "/history";
  }

  /** The page where a whole text is translated. */
  public static String editDocument(DocumentId id) {
    return "/edit/" + path(id.value());
  }

  /** Leads to a section on the page where its text is translated. */
  public static String edit(SectionId id) {
    return section(id) + "/edit";
  }

  /**
   * The same.
   *
   * @param next the address to go to when the text is saved; may be empty
   */
  public static String edit(SectionId id, String next) {
    return next.isEmpty() ? edit(id) : edit(id) + "?next=" + encode(next);
  }

  /** Where the form of a comment posts to. */
  public static String comment(SectionId section, CommentEvent comment) {
    return section(section) + "/comments/" + comment.id();
  }

  public static String anchor(SectionId id) {
    return "s-" + id;
  }

  /** Where a machine's drafts of a document are asked for. */
  public static String draft(DocumentId document) {
    return "/draft/" + path(document.value());
  }

  /** The page that marks all sections below a heading; the whole document for its title. */
  public static String bulkMark(DocumentId document, SectionId heading) {
    return "/mark/" + path(document.value()) + "?part=" + heading;
  }

  /** A document's alignment page. */
  public static String align(DocumentId document) {
    return "/align/" + path(document.value());
  }

  /** The same at a section. */
  public static String align(DocumentId document, SectionId section) {
    return align(document) + "?at=" + section + "#" + anchor(section);
  }

  /** The texts of a folder and all below it as a book. */
  public static String book(String folder) {
    return "/export/" + path(folder) + ".epub?folder=1";
  }

  /** A document in one of its versions. */
  public static String version(DocumentId document, String version) {
    return document(document) + "?v=" + version;
  }

  /** One document's feed. */
  public static String feed(DocumentId document) {
    return "/feed.atom?document=" + encode(document.value());
  }

  /** The queue of one document. */
  public static String queue(DocumentId document) {
    return "/queue?q=" + encode(within(document.value()));
  }

  /** The page of a word, in the language that has it in more sections. */
  public static String word(String word) {
    return "/word/" + encode(word);
  }

  /** The page of a word of that side's language; of several words, the search for them. */
  public static String word(String word, Side side) {
    return word.contains(" ")
        ? "/search?q=" + encode("\"" + word + "\"")
        : word(word) + (side == Side.ORIGINAL ? "?in=no" : "?in=en");
  }

  /** Everything that one person did. */
  public static String activity(String person) {
    return "/activity?by=" + encode(person);
  }

  /** How many words one person has worked on. */
  public static String person(String name) {
    return "/people/" + encode(name);
  }

  /** The documents of a folder. */
  public static String folder(String path) {
    return "/browse?in=" + encode(path);
  }

  /**
   * The documents that have a value.
   *
   * @param by what is asked for: year, kind, subject, author, publisher or title
   */
  public static String browse(String by, String value) {
    return "/browse?by=" + by + "&value=" + encode(value);
  }

  /** The query that finds all sections of a folder or a document. */
  public static String within(String path) {
    return "doc:" + (path.matches("[\\p{L}\\p{N}/._-]+") ? path : "\"" + path + "\"");
  }

  /** An address with more parameters, before its fragment if it has one. */
  public static String with(String address, String parameters) {
    int hash = address.indexOf('#');
    String place = hash < 0 ? "" : address.substring(hash);
    String start = hash < 0 ? address : address.substring(0, hash);
    return parameters.isEmpty()
        ? address
        : start + (start.contains("?") ? "&" : "?") + parameters + place;
  }

  /** A path whose segments may hold any characters. */
  public static String path(String path) {
    return Stream.of(path.split("/", -1)).map(SiteUrls::encode).collect(Collectors.joining("/"));
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
