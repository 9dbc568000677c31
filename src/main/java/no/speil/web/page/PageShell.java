package no.speil.web.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.ArchiveProfile;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page.
 *
 * @param now when it is made
 */
public record PageShell(
    Messages t, Visitor visitor, Place place, Assets assets, Owner owner, Instant now) {
  private static final List<String> EXAMPLES = List.of("words", "phrase", "prefix", "or");

  /** Queries to try: the keeper's, else some that suit most archives. */
  public List<LinkChoice> examples() {
    List<String> own = owner.profile().examples();
    Stream<String> fixed = EXAMPLES.stream().map(code -> t.of("example." + code + ".query"));
    return (own.isEmpty() ? fixed : own.stream())
        .map(it -> new LinkChoice(it, "/search?q=" + SiteUrls.encode(it)))
        .toList();
  }

  /** About counts, e.g. that indexing goes on. */
  public List<String> notices() {
    return NoticeTexts.ofCounts(t, owner.library().sync().readiness());
  }

  /**
   * Whose archive it is.
   *
   * @param sendsMail whether people are sent mail from here
   * @param offersCopy whether everything can be downloaded
   */
  public record Owner(Library library, boolean sendsMail, boolean offersCopy) {
    public ArchiveProfile profile() {
      return library.archive().profile();
    }

    /** The address of a picture of its profile; empty where it cannot be shown. */
    public String picture(String path) {
      return library
          .archive()
          .brandPicture(path)
          .map(file -> "/files/" + SiteUrls.path(file.path()))
          .orElse("");
    }
  }

  /**
   * Who looks at the page.
   *
   * @param name empty if nobody is signed in
   * @param isKeeper whether they look after the archive
   * @param writer as one who acts; null if they may not write
   * @param waiting how much waits in their inbox
   * @param maySignIn whether nobody is signed in and somebody can be
   * @param mayReport whether they may report errors
   */
  public record Visitor(
      String name,
      boolean isKeeper,
      @Nullable Actor writer,
      long waiting,
      boolean maySignIn,
      boolean mayReport) {
    public boolean mayWrite() {
      return writer != null;
    }
  }

  /**
   * Where the page is.
   *
   * @param title in the browser's tab
   * @param here path and query
   * @param canonical absolute canonical address; may be empty
   * @param query what the search box holds
   */
  public record Place(
      String title, String here, String canonical, List<Alternate> alternates, String query) {}

  /** The same content in one language. */
  public record Alternate(String hreflang, String href) {}
}
