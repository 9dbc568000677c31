package no.speil.library.catalogue;

import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.corpus.Access;
import no.speil.corpus.ArchiveProfile.Branding;
import no.speil.corpus.DocumentId;
import no.speil.corpus.PublicView;

/**
 * The pictures that everybody may see: not those in closed folders, or that closed texts name.
 *
 * @param all texts, also those that are not public
 */
public record PublicPictures(Archive archive, Catalogue all, SiteLinks links, PublicView view) {
  /** A picture by its path below the root; empty where there is none that everybody may see. */
  public Optional<AttachedFile> find(String path) {
    return archive
        .picture(path)
        .filter(file -> isOfBranding(path) || !(isInClosedFolder(path) || isOfClosedText(path)));
  }

  private boolean isOfBranding(String path) {
    Branding branding = archive.profile().branding();
    return Stream.of(branding.logo(), branding.icon(), branding.picture())
        .anyMatch(each -> path.equals("archive/" + each));
  }

  private boolean isInClosedFolder(String path) {
    return DocumentId.parse(path.substring(path.indexOf('/') + 1))
        .filter(place -> !view.has(place, Access.EVERYBODY))
        .isPresent();
  }

  private boolean isOfClosedText(String path) {
    Stream<DocumentSummary> closedByProfile =
        view.closed().stream()
            .flatMap(closed -> DocumentId.parse(closed).flatMap(all::summary).stream());
    return Stream.concat(
            all.naming(path.substring(path.lastIndexOf('/') + 1)).stream(), closedByProfile)
        .filter(text -> !view.has(text.entry().id(), text.access()))
        .anyMatch(text -> links.names(text, path));
  }
}
