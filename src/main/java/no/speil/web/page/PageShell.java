package no.speil.web.page;

import java.util.List;
import no.speil.archive.Archive;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.Color;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import org.jspecify.annotations.Nullable;

/** The frame of every page. */
public record PageShell(Messages t, Visitor visitor, Place place, Assets assets, Owner owner) {
  /**
   * Whose archive it is.
   *
   * @param about the page that tells of it; empty where there is none
   * @param hasClosed whether something can only be read by people who are signed in
   */
  public record Owner(ArchiveProfile profile, String about, Branding branding, boolean hasClosed) {
    static Owner of(Library library) {
      ArchiveProfile profile = library.archive().profile();
      String about =
          DocumentId.parse(profile.about())
              .filter(library.catalogue()::knows)
              .map(SiteUrls::document)
              .orElse("");
      return new Owner(profile, about, Branding.of(library.archive()), library.hasClosed());
    }
  }

  /**
   * How the archive looks on every page.
   *
   * @param logo an address, as of the icon; empty where there is none
   * @param color null for the program's own
   */
  public record Branding(String logo, String icon, @Nullable Color color) {
    public static Branding of(Archive archive) {
      ArchiveProfile.Branding branding = archive.profile().branding();
      return new Branding(
          picture(archive, branding.logo()), picture(archive, branding.icon()), branding.color());
    }

    /** The address of a picture of the profile; empty where it cannot be shown. */
    public static String picture(Archive archive, String path) {
      return archive
          .brandPicture(path)
          .map(file -> "/files/" + SiteUrls.path(file.path()))
          .orElse("");
    }
  }

  /**
   * Who looks at the page.
   *
   * @param name empty if nobody is signed in
   * @param role a reader's if nobody is signed in
   * @param writer as one who acts; null if they may not write
   * @param waiting how much waits in their inbox
   * @param maySignIn whether nobody is signed in and somebody can be
   * @param mayReport whether they may report errors
   */
  public record Visitor(
      String name,
      Role role,
      @Nullable Actor writer,
      long waiting,
      boolean maySignIn,
      boolean mayReport) {
    public boolean mayWrite() {
      return writer != null;
    }

    /** Whether they look after the archive. */
    public boolean isKeeper() {
      return role.includes(Role.KEEPER);
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
      String title, String here, String canonical, List<Alternate> alternates, String query) {
    /** The address of this page in another interface language. */
    public String inLanguage(String lang) {
      return here + (here.contains("?") ? "&" : "?") + "lang=" + lang;
    }
  }

  /** The same content in one language. */
  public record Alternate(String hreflang, String href) {}
}
