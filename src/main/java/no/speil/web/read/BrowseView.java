package no.speil.web.read;

import java.util.List;
import no.speil.library.catalogue.BrowseIndex.Group;
import no.speil.library.catalogue.BrowseIndex.Trait;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.SiteLinks;
import no.speil.messages.Messages;
import no.speil.web.document.FolderLink;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * Documents in groups, or one group.
 *
 * @param above where a folder stands, from the top; else empty
 * @param documents how many there are; null where all are shown
 * @param by what they are arranged by; null for a trait
 * @param trait what all of them have; else null
 * @param groups beside the list
 * @param folder whose documents they are; empty for all folders, and where they are of none
 */
public record BrowseView(
    PageShell shell,
    BrowsePage page,
    List<FolderLink> above,
    @Nullable Integer documents,
    BrowsePage.@Nullable Arrangement by,
    @Nullable Trait trait,
    List<Count> groups,
    List<Block> blocks,
    Paging paging,
    String folder) {

  /** A link with the number of documents that it leads to; no address where it is this page. */
  public record Count(TaggedText name, String href, int documents) {
    Count(String label, String href, int documents) {
      this(new TaggedText("", label), href, documents);
    }

    /** Of a folder. */
    static Count of(SiteLinks links, Messages t, Group folder) {
      FolderLink link = FolderLink.of(links, t, folder.value());
      return new Count(link.name(), link.href(), folder.documents());
    }

    /** Of a group, by the code of its arrangement. */
    static Count of(String label, String by, Group group) {
      return new Count(label, SiteUrls.browse(by, group.value()), group.documents());
    }
  }

  /**
   * Documents of a group.
   *
   * @param label of the group; empty, as its anchor is, where the page shows one group only
   * @param group with the number of all its documents
   */
  public record Block(String label, String anchor, Group group, List<CatalogueEntry> entries) {
    /** The only one of a page. */
    static Block of(String value, List<CatalogueEntry> entries) {
      return new Block("", "", new Group(value, entries.size()), entries);
    }
  }
}
