package no.speil.library.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.text.EditDistance;
import no.speil.corpus.text.ResourceFile;
import no.speil.markdown.parse.TemplateAddress;

/**
 * Where addresses lead that stay within the site: relative to the file of a text, paths of the site
 * that the text comes from, or addresses of this server.
 *
 * @param attachments of all texts, as they are now
 * @param isKnown whether there is such a document, be it one that is not in the catalogue
 * @param isSection whether that section is, or was, in the archive
 */
public record SiteLinks(
    Archive archive,
    Attachments attachments,
    Catalogue catalogue,
    Predicate<DocumentId> isKnown,
    Predicate<SectionId> isSection) {
  private static final Set<String> PAGES =
      Set.copyOf(ResourceFile.words(SiteLinks.class, "pages.txt"));

  private static final Pattern LANGUAGE = Pattern.compile("^(?:nb|nn|no|en)(?:/|$)");
  private static final Pattern ENDING = Pattern.compile("\\.(?:md|html?)$");
  private static final Pattern INDEX = Pattern.compile("(?:^|/)_?index$");

  /** A path is compared up to here. */
  private static final int LONGEST = 200;

  private static final double MOST_DIFFERENT = 0.9;

  /** The document that a path leads to, seen from another or, if it begins with /, from the top. */
  public Optional<DocumentId> document(DocumentId from, String path) {
    return candidates(from, path).flatMap(each -> known(each).stream()).findFirst();
  }

  /** The same for a path of the site as a whole. */
  public Optional<DocumentId> document(String path) {
    return tops(path).flatMap(each -> known(each).stream()).findFirst();
  }

  /** The text that introduces a folder: the one of its name beside it, or the index in it. */
  public Optional<CatalogueEntry> introduction(String folder) {
    return Stream.of(folder, folder + "/index", folder + "/_index")
        .flatMap(form -> DocumentId.parse(form).stream())
        .flatMap(id -> catalogue.summary(id).stream())
        .map(DocumentSummary::entry)
        .findFirst();
  }

  /** The document that a site generator is asked for by its path or the end of it. */
  public Optional<DocumentId> named(DocumentId from, String path) {
    return document(from, path).or(() -> catalogue.named(path));
  }

  /**
   * The path of a picture below the root; empty where there is none.
   *
   * @param root {@code archive} or {@code translations}, where it is looked for first
   */
  public Optional<String> picture(DocumentId from, String root, String path) {
    return AttachedFile.Kind.IMAGE.is(path)
        ? files(from, root, path).filter(file -> archive.picture(file).isPresent()).findFirst()
        : Optional.empty();
  }

  /** Whether a text lists that file, or may mean it by a link, by its path below the root. */
  public boolean names(DocumentSummary text, String path) {
    return attachments.listed(text, path).findAny().isPresent()
        || text.links().stream()
            .flatMap(link -> files(text.entry().id(), "archive", path(link.address())))
            .anyMatch(path::equals);
  }

  /** Paths below the root of a file that a text names, the likeliest first. */
  static Stream<String> files(DocumentId from, String root, String path) {
    return Stream.of(root, root.equals("archive") ? "translations" : "archive")
        .flatMap(folder -> candidates(from, path).map(candidate -> folder + "/" + candidate));
  }

  /** The file of that path below the root, if a text lists it. */
  public Optional<AttachedFile> attached(String path) {
    return catalogue.naming(path.substring(path.lastIndexOf('/') + 1)).stream()
        .flatMap(document -> attachments.listed(document, path))
        .findFirst();
  }

  /** The documents whose paths are spelt most like one that leads nowhere, the likest first. */
  public List<CatalogueEntry> alike(String path, int most) {
    String top = LANGUAGE.matcher(normalize(path)).replaceFirst("");
    String bare =
        ENDING.matcher(top.substring(0, Math.min(LONGEST, top.length()))).replaceFirst("");
    return catalogue.near(bare).stream()
        .filter(id -> difference(bare, id) < MOST_DIFFERENT)
        .sorted(Comparator.comparingDouble(id -> difference(bare, id)))
        .limit(most)
        .flatMap(id -> catalogue.summary(id).stream())
        .map(DocumentSummary::entry)
        .toList();
  }

  /** 0 for the same path, 2 for one that has nothing in common with it. */
  private static double difference(String path, DocumentId id) {
    return share(path, id.value()) + share(path.substring(path.lastIndexOf('/') + 1), id.name());
  }

  private static double share(String one, String other) {
    int longer = Math.max(1, Math.max(one.length(), other.length()));
    return EditDistance.levenshtein(one, other, longer) / (double) longer;
  }

  /** Whether a path is that of the home page, perhaps in one language. */
  public static boolean isHome(String path) {
    return path.startsWith("/") && LANGUAGE.matcher(normalize(path)).replaceFirst("").isEmpty();
  }

  /** The links of a document that lead to nothing here, as far as is looked at. */
  public List<Problem> dead(DocumentSummary document) {
    return document.links().stream()
        .filter(link -> !leads(document.entry().id(), link))
        .map(link -> Problem.of(link.file(), link.line(), Problem.Kind.DEAD_LINK, link.address()))
        .toList();
  }

  private boolean leads(DocumentId from, InternalLink link) {
    boolean isTemplate = TemplateAddress.is(link.address());
    String address = isTemplate ? TemplateAddress.path(link.address()).orElse("") : link.address();
    String path = path(address);
    if (path.isEmpty() || isHome(path) || document(from, path).isPresent()) {
      return true;
    }
    String root = link.file().substring(0, link.file().indexOf('/'));
    return picture(from, root, path).isPresent()
        || isOwn(path)
        || (isTemplate && catalogue.named(path).isPresent());
  }

  private boolean isOwn(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    String top = normalize(path);
    int slash = top.indexOf('/');
    String rest = top.substring(slash + 1);
    return switch (slash < 0 ? top : top.substring(0, slash)) {
      case "d" -> known(rest).isPresent();
      case "s" -> SectionId.parse(rest.replaceFirst("/.*", "")).filter(isSection).isPresent();
      case "files" -> archive.picture(rest).isPresent() || attached(rest).isPresent();
      default -> PAGES.contains(slash < 0 ? top : top.substring(0, slash));
    };
  }

  private Optional<DocumentId> known(String path) {
    String id = ENDING.matcher(path).replaceFirst("");
    List<DocumentId> forms =
        Stream.of(path, id, INDEX.matcher(id).replaceFirst(""), id + "/index", id + "/_index")
            .flatMap(form -> DocumentId.parse(form).stream())
            .distinct()
            .toList();
    return forms.stream()
        .filter(isKnown)
        .findFirst()
        .or(() -> forms.stream().flatMap(form -> catalogue.renamed(form).stream()).findFirst());
  }

  /** Paths below a root, the likeliest first. */
  private static Stream<String> candidates(DocumentId from, String path) {
    return path.startsWith("/")
        ? tops(path)
        : Stream.concat(
            Stream.of(from.folder(), from.value()).map(base -> normalize(base + "/" + path)),
            tops(path));
  }

  /** A path of the site, and the same without the language that it begins with, or in another. */
  private static Stream<String> tops(String path) {
    String top = normalize(path);
    String bare = LANGUAGE.matcher(top).replaceFirst("");
    return Stream.of(top, bare, "no/" + bare, "nb/" + bare, "nn/" + bare).distinct();
  }

  /** Whether an address names no other server, and more than a place in its own text. */
  static boolean isInternal(String address) {
    return TemplateAddress.is(address) || !path(address).isEmpty();
  }

  /** The path of an address on this server; empty where it has none. */
  public static String path(String address) {
    Optional<URI> uri = parse(address).filter(each -> !leavesServer(each));
    return uri.map(URI::getPath).orElse("");
  }

  /** Whether it names another server. */
  public static boolean leavesServer(URI uri) {
    return uri.isAbsolute() || uri.getRawAuthority() != null;
  }

  /** The path without {@code .} and {@code ..}, which cannot lead above the root. */
  public static String normalize(String path) {
    var segments = new ArrayDeque<String>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  /** The address, also with spaces in it; empty for what is none. */
  public static Optional<URI> parse(String address) {
    try {
      return Optional.of(new URI(address.replace(" ", "%20")));
    } catch (URISyntaxException e) {
      return Optional.empty(); // a link that is no address is left as it is
    }
  }
}
