package no.speil.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.markdown.render.LinkResolver;

/**
 * Rewrites links of a document that lead to other documents, relative to its file or as paths of
 * its original site, to their pages here. Other links stay.
 */
public final class DocumentLinkResolver implements LinkResolver {
  private final Messages t;
  private final Library library;
  private final DocumentId document;
  private final String root;

  /**
   * Resolves the links of one document.
   *
   * @param root {@code archive} or {@code translations}, where pictures are looked for first
   */
  public DocumentLinkResolver(Messages t, Library library, DocumentId document, String root) {
    this.t = t;
    this.library = library;
    this.document = document;
    this.root = root;
  }

  @Override
  public String resolve(String address, boolean picture) {
    Optional<URI> uri = parse(address);
    String path = uri.map(URI::getPath).orElse(""); // also of an opaque address
    if (uri.isEmpty() || leavesServer(uri.get()) || path.isEmpty()) {
      return address;
    }
    return picture ? picture(path) : link(address, path, uri.get());
  }

  @Override
  public Notice missingPicture() {
    return new Notice(t.lang(), t.of("picture.missing"));
  }

  @Override
  public String resolvePath(String named) {
    Optional<URI> uri = parse(named);
    String path = uri.map(URI::getPath).orElse("");
    if (uri.isEmpty() || leavesServer(uri.get())) {
      return "";
    }
    if (path == null || path.isEmpty()) {
      return named.startsWith("#") ? named : "";
    }
    String address = link("", path, uri.get());
    return address.isEmpty()
        ? library.catalogue().named(path).map(id -> page(id, uri.get())).orElse("")
        : address;
  }

  private static boolean leavesServer(URI uri) {
    return uri.isAbsolute() || uri.getRawAuthority() != null;
  }

  /** Empty if there is no such picture. */
  private String picture(String path) {
    for (String folder : List.of(root, root.equals("archive") ? "translations" : "archive")) {
      for (String candidate : candidates(path)) {
        String file = folder + "/" + candidate;
        if (library.archive().picture(file).isPresent()) {
          return "/files/" + SiteUrls.path(file);
        }
      }
    }
    return "";
  }

  private String link(String address, String path, URI uri) {
    for (String candidate : candidates(path)) {
      Optional<DocumentId> known = known(candidate);
      if (known.isPresent()) {
        return page(known.get(), uri);
      }
    }
    String file = picture(path);
    return file.isEmpty() ? address : file;
  }

  private static String page(DocumentId id, URI uri) {
    String fragment = uri.getRawFragment();
    return SiteUrls.document(id) + (fragment == null ? "" : "#" + fragment);
  }

  private Optional<DocumentId> known(String path) {
    String trimmed = path.replaceAll("/+$", "");
    String id = trimmed.endsWith(".md") ? trimmed.substring(0, trimmed.length() - 3) : trimmed;
    String bare = id.replaceAll("(^|/)_?index$", "");
    return Optional.<DocumentId>empty()
        .or(() -> DocumentId.parse(id).filter(library.catalogue()::knows))
        .or(() -> DocumentId.parse(bare).filter(library.catalogue()::knows))
        .or(() -> DocumentId.parse(id + "/index").filter(library.catalogue()::knows))
        .or(() -> DocumentId.parse(id + "/_index").filter(library.catalogue()::knows));
  }

  /** Candidate paths below a root, the likeliest first. */
  private List<String> candidates(String path) {
    String beside = normalize(document.folder().isEmpty() ? path : document.folder() + "/" + path);
    String below = normalize(document.value() + "/" + path);
    String top = normalize(path);
    return path.startsWith("/") ? List.of(top) : List.of(beside, below, top);
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
