package no.speil.web.page;

import java.net.URI;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.catalogue.SiteLinks;
import no.speil.markdown.render.LinkResolver;
import no.speil.messages.Messages;

/**
 * Rewrites links of a document that lead to other documents, relative to its file or as paths of
 * its original site, to their pages here. Other links stay.
 *
 * @param root {@code archive} or {@code translations}, where pictures are looked for first
 */
public record DocumentLinkResolver(Messages t, Library library, DocumentId document, String root)
    implements LinkResolver {

  @Override
  public String resolve(String address, boolean picture) {
    Optional<URI> uri = SiteLinks.parse(address).filter(each -> !SiteLinks.leavesServer(each));
    String path = uri.map(URI::getPath).orElse(""); // also of an opaque address
    if (path.isEmpty()) {
      return address;
    }
    return picture
        ? picture(path)
        : library
            .links()
            .document(document, path)
            .map(id -> page(id, uri.get()))
            .or(() -> Optional.of(picture(path)).filter(file -> !file.isEmpty()))
            .orElse(SiteLinks.isHome(path) ? "/" : address);
  }

  @Override
  public Notice missingPicture() {
    return new Notice(t.lang(), t.of("picture.missing"));
  }

  @Override
  public String resolvePath(String named) {
    Optional<URI> uri = SiteLinks.parse(named).filter(each -> !SiteLinks.leavesServer(each));
    String path = uri.map(URI::getPath).orElse("");
    if (path.isEmpty()) {
      return uri.isPresent() && named.startsWith("#") ? named : "";
    }
    return library
        .links()
        .named(document, path)
        .map(id -> page(id, uri.get()))
        .orElseGet(() -> picture(path));
  }

  /** Empty if there is no such picture. */
  private String picture(String path) {
    return library
        .links()
        .picture(document, root, path)
        .map(file -> "/files/" + SiteUrls.path(file))
        .orElse("");
  }

  private static String page(DocumentId id, URI uri) {
    String fragment = uri.getRawFragment();
    return SiteUrls.document(id) + (fragment == null ? "" : "#" + fragment);
  }
}
