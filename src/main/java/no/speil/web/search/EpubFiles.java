package no.speil.web.search;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import no.speil.archive.AttachedFile;
import no.speil.corpus.Color;
import no.speil.corpus.HttpUrl;
import no.speil.exchange.epub.EpubPackage;
import no.speil.exchange.epub.EpubPage;
import no.speil.exchange.epub.EpubResources;
import no.speil.library.catalogue.SiteLinks;
import no.speil.web.page.SiteContext;

/** The archive's pictures for a book, and the addresses of its links. */
record EpubFiles(SiteContext site, Context context) implements EpubResources {
  private static final String FILES = "/files/";

  /** A larger picture is left to the page. */
  private static final long LARGEST = 20L << 20;

  /** What a drawing may not have in a book that is closed in itself. */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "<script|<foreignObject|<!ENTITY|\\son\\w+\\s*=|href\\s*=\\s*[\"'](?!#|data:image/)|url\\((?!#)|@import",
          Pattern.CASE_INSENSITIVE);

  /** What an address may not have as it is (RFC 3986), of ASCII. */
  private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x20\"<>\\\\^`{|}\\x7F]");

  @Override
  public String address(String href) {
    String whole = href.startsWith("/") ? site.permanent(context, href) : href;
    String written =
        ILLEGAL
            .matcher(whole)
            .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    String scheme = SiteLinks.parse(written).map(URI::getScheme).orElse("");
    boolean leads =
        scheme.equals("mailto") || (!scheme.isEmpty() && HttpUrl.parse(written).isPresent());
    return leads ? written : ""; // where it leads nowhere, its words stand without it
  }

  @Override
  public String page(EpubPage page) {
    return site.pages().xml("epub/page", page);
  }

  @Override
  public String packageFile(EpubPackage whole) {
    return site.pages().xml("epub/package", whole);
  }

  @Override
  public String style() {
    Color color = site.library().archive().profile().branding().color();
    return color == null // lines only: readers choose the colours of words and paper
        ? ""
        : ".title { border-bottom: .2em solid %1$s; } .translation { border-color: %1$s; }\n"
            .formatted(color);
  }

  @Override
  public Optional<Picture> picture(String src) {
    if (!src.startsWith(FILES)) {
      return Optional.empty();
    }
    String path =
        URLDecoder.decode(
            src.substring(FILES.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    return site.library().archive().picture(path).flatMap(EpubFiles::read);
  }

  /** The picture with the type that its bytes say; empty if it is none of EPUB's. */
  private static Optional<Picture> read(AttachedFile picture) {
    try {
      String type = picture.stamp().size() > LARGEST ? "" : type(picture);
      return type.isEmpty() ? Optional.empty() : Optional.of(new Picture(type, picture.file()));
    } catch (IOException e) {
      return Optional.empty(); // as on the page, where it is missing
    }
  }

  private static String type(AttachedFile picture) throws IOException {
    String type = picture.rasterType();
    if (!type.isEmpty()) {
      return type;
    }
    String said = picture.contentType();
    boolean isDrawing =
        said.equals("image/svg+xml")
            && !ACTIVE
                .matcher(Files.readString(picture.file(), StandardCharsets.ISO_8859_1))
                .find();
    return isDrawing ? said : "";
  }
}
