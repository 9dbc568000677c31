package no.speil.web.search;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.exchange.epub.EpubBook;
import no.speil.exchange.epub.EpubBook.Words;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.web.document.FolderLink;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/**
 * The texts of a folder and all below it as one book, in the order of the folders' pages.
 *
 * @param chosen the sides to be read
 */
public record FolderEpub(SiteContext site, Context context, String folder, List<Side> chosen) {
  private static final int MOST = 500;

  /** Whether a folder has few enough texts, with all below it, for a book. */
  public static boolean isPossible(int texts) {
    return texts <= MOST;
  }

  /** Sends it as a file of that name, text by text. */
  void send(String file) {
    if (folder.isEmpty() || !browse().hasFolder(folder)) {
      throw new NotFound("There is no such folder.");
    }
    if (!isPossible(browse().size(folder).documentsWithAllBelow())) {
      throw new BadRequest(
          "A book has at most %d texts; take the folders below this one.".formatted(MOST));
    }
    var texts = new LinkedHashSet<CatalogueEntry>();
    collect(folder, texts);
    Messages t = site.messages(context);
    TaggedText name = FolderLink.of(site.library().links(), t, folder).name();
    Words title = new Words(name.lang(), name.text());
    String page = SiteUrls.folder(folder);
    long modified = texts.stream().mapToLong(CatalogueEntry::changedMillis).max().orElse(0);
    var cover =
        new EpubBook.Part(
            List.of(title), List.of(), site.pages().xml("epub/folderTitle", this), 0, List.of());
    var book =
        new EpubBook(
            new EpubBook.Identity(
                site.permanent(context, page), List.of(title), Instant.ofEpochMilli(modified)),
            new EpubBook.Credits(List.of(), List.of(), List.of()),
            new Words(t.lang(), t.of("epub.contents")),
            () -> Stream.concat(Stream.of(cover), parts(texts)).iterator());
    DocumentEpub.send(site, context, file, book);
  }

  private BrowseIndex browse() {
    return site.catalogue().browse();
  }

  private Stream<EpubBook.Part> parts(Set<CatalogueEntry> texts) {
    return texts.stream()
        .flatMap(text -> site.documents().find(text.id()).stream())
        .map(this::part);
  }

  private EpubBook.Part part(LiveDocument document) {
    boolean has = chosen.stream().anyMatch(side -> document.file(side) != null);
    List<Side> sides = has ? chosen : List.of(Side.values());
    return new DocumentEpub(site, context, document, sides).part(1);
  }

  private void collect(String path, Set<CatalogueEntry> texts) {
    site.library().links().introduction(path).ifPresent(texts::add);
    texts.addAll(browse().page(BrowseIndex.Facet.FOLDER, path, 0, MOST));
    browse().folders(path, 0, MOST).forEach(below -> collect(below.value(), texts));
  }
}
