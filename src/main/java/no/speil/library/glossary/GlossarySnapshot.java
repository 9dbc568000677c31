package no.speil.library.glossary;

import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.SourceFile;
import no.speil.corpus.TextHash;
import no.speil.lexicon.Glossary;
import no.speil.lexicon.GlossaryLine;

/**
 * The glossary's file as it was read.
 *
 * @param version another for every other text
 * @param writable false where the file is not UTF-8, so that saving could change other words in it
 */
public record GlossarySnapshot(String version, String text, boolean writable, Glossary glossary) {
  /** Reads the file; without one the glossary is empty. */
  public static GlossarySnapshot of(Archive archive) {
    Optional<SourceFile> file = archive.glossary();
    return of(file.map(SourceFile::text).orElse(""), file.map(SourceFile::utf8).orElse(true));
  }

  /** Of a text that has just been written. */
  static GlossarySnapshot of(String text) {
    return of(text, true);
  }

  private static GlossarySnapshot of(String text, boolean writable) {
    return new GlossarySnapshot(
        TextHash.ofNormalized(text).hex(),
        text,
        writable,
        Glossary.parse(text, Archive.GLOSSARY));
  }

  /** The entry on that line of the file. */
  public Optional<GlossaryLine> line(int number) {
    return glossary.lines().stream().filter(line -> line.number() == number).findFirst();
  }
}
