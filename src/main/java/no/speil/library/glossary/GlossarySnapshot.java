package no.speil.library.glossary;

import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.SourceFile;
import no.speil.corpus.Problem;
import no.speil.corpus.TextHash;
import no.speil.lexicon.Glossary;
import no.speil.lexicon.GlossaryEntry;

/**
 * The glossary's file as it was read.
 *
 * @param version another for every other text
 * @param isUtf8 false where saving could change other words in the file
 * @param entries in the order of the file
 * @param problems of the lines that could not be read
 */
public record GlossarySnapshot(
    String version,
    String text,
    boolean isUtf8,
    List<GlossaryEntry> entries,
    List<Problem> problems) {
  /** Reads the file; without one the glossary is empty. */
  public static GlossarySnapshot of(Archive archive) {
    Optional<SourceFile> file = archive.glossary();
    return of(file.map(SourceFile::text).orElse(""), file.map(SourceFile::utf8).orElse(true));
  }

  static GlossarySnapshot of(String text, boolean isUtf8) {
    Glossary glossary = Glossary.parse(text, Archive.GLOSSARY);
    return new GlossarySnapshot(
        TextHash.ofNormalized(text).hex(), text, isUtf8, glossary.entries(), glossary.problems());
  }

  /** The entry on that line of the file. */
  public Optional<GlossaryEntry> line(int number) {
    return entries.stream().filter(entry -> entry.line() == number).findFirst();
  }
}
