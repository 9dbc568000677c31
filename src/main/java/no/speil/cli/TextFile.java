package no.speil.cli;

import java.nio.file.Path;
import no.speil.corpus.Language;

/**
 * A file with one text.
 *
 * @param root the folder that was given, out of which no link may lead; of a single file, its own
 * @param path below that folder, with {@code /}; what the report calls it
 * @param name of the document, without language and ending
 * @param language {@code und} where nothing tells it
 * @param pairKey what the file says it shares with its translations; empty if it does not say
 */
record TextFile(
    Path root,
    SiteGenerator site,
    Path file,
    String path,
    String name,
    Language language,
    String pairKey) {

  TextFile in(Language other) {
    return new TextFile(root, site, file, path, name, other, pairKey);
  }

  TextFile named(String other) {
    return new TextFile(root, site, file, path, other, language, "");
  }

  /** The ending in lower case, without its dot. */
  String ending() {
    return TextReader.ending(path);
  }
}
