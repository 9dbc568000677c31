package no.speil.exchange.epub;

import java.nio.file.Path;
import java.util.Optional;

/** What the texts of a book refer to. */
public interface EpubResources {
  /** The absolute address of a link. */
  String address(String href);

  /** A picture that can be put into the book; empty for all others. */
  Optional<Picture> picture(String src);

  /** A page as XHTML. */
  String page(EpubPage page);

  /** The package document as XML. */
  String packageFile(EpubPackage whole);

  /** What is added to the style sheet; may be empty. */
  String style();

  /**
   * A picture of one of EPUB's core media types.
   *
   * @param mediaType {@code image/png}, {@code image/jpeg}, {@code image/gif}, {@code
   *     image/svg+xml} or webp
   */
  record Picture(String mediaType, Path file) {}
}
