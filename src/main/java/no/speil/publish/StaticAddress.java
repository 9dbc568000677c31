package no.speil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.SectionId;
import no.speil.web.page.SiteUrls;

/**
 * An address of the server that has a file in the static site.
 *
 * @param path percent-encoded
 * @param query what the page depends on; may be empty
 * @param lang of the interface; of files that have none, English
 */
record StaticAddress(String path, String query, String lang) {
  private static final String NORWEGIAN = "nb";

  private static final Pattern PAGE =
      Pattern.compile(
          "/|/(?:browse|help|help/errors|handbook|progress|glossary|search)"
              + "|/(?:d|word|handbook)/.+|/s/[^/]+/history");

  private static final Pattern FILE =
      Pattern.compile(
          "/(?:assets|files)/.+|/export/.+\\.(?:epub|tei\\.xml|md)|/cite/.+|/favicon\\.ico"
              + "|/(?:feed|texts)\\.atom|/sitemap[-0-9]*\\.xml|/glossary\\.tbx");

  /** The page of a section, whichever of its addresses leads there. */
  private static final Pattern SECTION = Pattern.compile("(/s/[^/]+)(?:/cite|/history)?");

  private static final Pattern DOCUMENT_FILE = Pattern.compile("(nb/)?(d/.+)/([^/]+)\\.html");
  private static final Pattern SECTION_FILE = Pattern.compile("(?:nb/)?s/([^/]+)/.*");

  private static final Pattern LANGUAGE = Pattern.compile("lang=(nb|en)");

  /** Of files the site has one version, with both languages. */
  private static final Pattern VERSION = Pattern.compile("(?:lang|side|v)=.*");

  private static final Pattern PARAMETERS =
      Pattern.compile(
          "(?:(?:^|&)(?:view=(?:lines|no|en|evidence)|(?:from|in|by|value|page|only)=[^&]*))*");

  /** What file systems of some machines do not take in a name. */
  private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\\\%\\p{Cntrl}]");

  /** Files that texts show stand beside the texts, as their own links say. */
  private static final String TOP = "^/(?:files/)?";

  /**
   * The address whose file answers a link.
   *
   * @param address on the server, from the first slash, without fragment
   * @param lang of the page that leads there
   * @return empty for what only a server can answer
   */
  static Optional<StaticAddress> of(String address, String lang) {
    int mark = address.indexOf('?');
    String written = mark < 0 ? address : address.substring(0, mark);
    Matcher section = SECTION.matcher(written);
    String path = section.matches() ? section.group(1) + "/history" : written;
    boolean isPage = PAGE.matcher(path).matches();
    String all = mark < 0 ? "" : address.substring(mark + 1);
    Matcher asked = LANGUAGE.matcher(all);
    String spoken = asked.find() ? asked.group(1) : lang;
    Pattern left = isPage ? LANGUAGE : VERSION;
    String query =
        Arrays.stream(all.split("&"))
            .filter(Predicate.not(left.asMatchPredicate()))
            .collect(Collectors.joining("&"));
    boolean isPart =
        isPage
            ? PARAMETERS.matcher(query).matches()
            : FILE.matcher(path).matches() && query.isEmpty();
    return isPart
        ? Optional.of(new StaticAddress(path, query, isPage ? spoken : "en"))
        : Optional.empty();
  }

  /** What the server is asked for. */
  String href() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  boolean isPage() {
    return PAGE.matcher(path).matches();
  }

  /** The file in the site's folder; English pages stand at its top, as links from elsewhere say. */
  String file() {
    Matcher section = SECTION.matcher(path);
    String place = name(section.matches() ? section.group(1) : path).replaceFirst(TOP, "");
    String variant = name(query.replace('&', ',')).replace("/", "%2F");
    if (!isPage()) {
      return place;
    }
    return Path.of(lang.equals(NORWEGIAN) ? NORWEGIAN : "")
        .resolve(place)
        .resolve((variant.isEmpty() ? "index" : variant) + ".html")
        .toString();
  }

  /** Whether a file is a page of one of these sections, or an export or a citation of a text. */
  static boolean isOfSections(String file, Predicate<SectionId> sections) {
    Matcher section = SECTION_FILE.matcher(file);
    return section.matches()
        ? SectionId.parse(section.group(1)).filter(sections).isPresent()
        : file.matches("(?:export|cite)/.*");
  }

  /** The address of a document's page or of what pages show, by its file; empty for others. */
  static Optional<StaticAddress> ofFile(String file) {
    Matcher document = DOCUMENT_FILE.matcher(file);
    String source = (file.startsWith("assets/") ? "/" : "/files/") + SiteUrls.path(file);
    StaticAddress address =
        document.matches()
            ? new StaticAddress(
                "/" + SiteUrls.path(document.group(2)),
                document.group(3).replaceFirst("^index$", "").replace(',', '&'),
                document.group(1) == null ? "en" : NORWEGIAN)
            : new StaticAddress(source, "", "en");
    return Optional.of(address)
        .filter(each -> document.matches() || file.matches("(?:archive|translations|assets)/.*"))
        .filter(each -> each.file().equals(file));
  }

  private static String name(String encoded) {
    String decoded = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    return FORBIDDEN
        .matcher(Normalizer.normalize(decoded, Normalizer.Form.NFC))
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }

  /** How a link on this page leads to another file of the site. */
  String linkTo(String target) {
    Path folder = Objects.requireNonNullElse(Path.of(file()).getParent(), Path.of(""));
    try {
      return new URI(null, null, folder.relativize(Path.of(target)).toString(), null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path that is no address: " + target, e);
    }
  }
}
