package no.speil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.SpeilVersion;
import no.speil.library.Library;
import no.speil.library.catalogue.BrowseIndex.Neighbours;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.InternalLink;
import no.speil.library.catalogue.SiteLinks;
import no.speil.library.documents.LiveDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of each document are made from besides its own files: how its texts are laid side
 * by side, the texts beside it, those that introduce its folders and those to which it leads. Kept
 * with the site, so that the next run sees which pages are still right.
 */
final class PageInputs {
  static final String FILE = ".inputs";

  private final Library library;
  private final String common;
  private final Set<String> earlier;
  private final Set<String> documents = new TreeSet<>();

  /**
   * @param common to all pages
   * @param earlier what the last run has kept; may be empty
   */
  PageInputs(Library library, String common, String earlier) {
    this.library = library;
    this.common =
        String.join(" ", SpeilVersion.VERSION, ZoneId.systemDefault().getId(), common) + "\n";
    this.earlier =
        earlier.startsWith(this.common) ? earlier.lines().collect(Collectors.toSet()) : Set.of();
  }

  /** Whether the version and the settings are those of the last run. */
  boolean isProgramSame() {
    return !earlier.isEmpty();
  }

  /** Whether they are as in the last run. */
  boolean areSame(LiveDocument document) {
    MessageDigest digest = TextHash.sha256();
    DocumentId id = document.id();
    Stream<Object> sections = document.sections().stream().map(each -> layout(each.section()));
    Neighbours neighbours = library.catalogue().neighbours(id);
    Stream<Object> beside =
        Stream.of(neighbours.previous(), neighbours.next()).map(PageInputs::title);
    String path = id.value() + "/";
    Stream<Object> folders =
        IntStream.range(0, path.length())
            .filter(at -> path.charAt(at) == '/')
            .mapToObj(at -> library.links().introduction(path.substring(0, at)).orElse(null))
            .map(PageInputs::title);
    Stream<Object> links =
        library.catalogue().summary(id).map(DocumentSummary::links).stream()
            .flatMap(List::stream)
            .map(link -> target(id, link));
    Stream.of(sections, beside, folders, links)
        .flatMap(parts -> parts)
        .forEach(part -> digest.update((part + "\n").getBytes(UTF_8)));
    String line = id + " " + HexFormat.of().formatHex(digest.digest());
    documents.add(line);
    return earlier.contains(line);
  }

  private static Object layout(Section section) {
    return List.of(
        section.id(), section.alignment(), section.original().size(), section.translation().size());
  }

  private static Object title(@Nullable CatalogueEntry entry) {
    return entry == null
        ? ""
        : List.of(entry.id(), entry.titleOriginal(), entry.titleTranslation());
  }

  private Object target(DocumentId from, InternalLink link) {
    SiteLinks links = library.links();
    String path = SiteLinks.parse(link.address()).map(URI::getPath).orElse("");
    return List.of(
        links.document(from, path),
        links.picture(from, "archive", path),
        links.picture(from, "translations", path));
  }

  byte[] bytes() {
    return (common + String.join("\n", documents) + "\n").getBytes(UTF_8);
  }
}
