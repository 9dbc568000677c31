package no.speil.search.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.BuiltInDictionary;

/**
 * The models of one generation, in files beside its index: the compounds, with which all its terms
 * are made, and the lexicon.
 *
 * @param compoundsFrom a note of what the compounds were learned from; empty for none
 */
record IndexModels(Path folder, CompoundSplitter compounds, String compoundsFrom) {
  static final String LEXICON = "lexicon";
  private static final String COMPOUNDS = "compounds";

  /** A lexicon, and a note of what it was learned from. */
  record StoredLexicon(Lexicon lexicon, String from) {}

  /** Reads the compounds in a generation's folder; none if they are missing or damaged. */
  static IndexModels in(Path folder) {
    return ModelFile.read(folder.resolve(COMPOUNDS))
        .map(file -> new IndexModels(folder, compounds(file), file.from()))
        .orElse(new IndexModels(folder, CompoundSplitter.NONE, ""));
  }

  private static CompoundSplitter compounds(ModelFile file) {
    try {
      return CompoundSplitter.fromBytes(file.bytes());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return CompoundSplitter.NONE; // the index, made with others, is then emptied
    }
  }

  /** Writes the compounds of a generation before it is opened. */
  static void prepare(Path folder, CompoundSplitter compounds, String from) {
    try {
      new ModelFile(from, compounds.toBytes()).write(folder.resolve(COMPOUNDS));
    } catch (IOException e) {
      throw new UncheckedIOException("preparing the index in " + folder + ": " + e, e);
    }
  }

  /**
   * Reads the lexicon; empty if there is none for these terms and this version.
   *
   * @param fingerprint of the terms, see {@link no.speil.search.analysis.AnalysisFingerprint}
   */
  Optional<StoredLexicon> lexicon(String fingerprint) {
    String mark = mark(fingerprint);
    return ModelFile.read(folder.resolve(LEXICON))
        .filter(file -> file.from().startsWith(mark))
        .flatMap(file -> lexicon(file, file.from().substring(mark.length())));
  }

  private static Optional<StoredLexicon> lexicon(ModelFile file, String from) {
    try {
      return Optional.of(
          new StoredLexicon(Lexicon.fromBytes(file.bytes(), BuiltInDictionary.get()), from));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // of another version: learned again
    }
  }

  void write(StoredLexicon stored, String fingerprint) throws IOException {
    new ModelFile(mark(fingerprint) + stored.from(), stored.lexicon().toBytes())
        .write(folder.resolve(LEXICON));
  }

  /** The first part of a lexicon's note; it differs for other terms and other versions. */
  private static String mark(String fingerprint) {
    return TextHash.ofNormalized(Lexicon.VERSION + fingerprint).hex() + " ";
  }

  /**
   * A model that was learned from an archive, in a file of the form gzip, with its sum.
   *
   * @param from a note of what it was learned from, to find out whether that has changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared nor changed
  record ModelFile(String from, byte[] bytes) {
    /** Reads a file; empty if it is missing or damaged: models are derived, and learned again. */
    static Optional<ModelFile> read(Path file) {
      try (var in =
          new DataInputStream(
              new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))))) {
        return Optional.of(new ModelFile(in.readUTF(), in.readAllBytes()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    void write(Path file) throws IOException {
      var whole = new ByteArrayOutputStream();
      try (var out = new DataOutputStream(new GZIPOutputStream(whole))) {
        out.writeUTF(from);
        out.write(bytes);
      }
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.write(beside, whole.toByteArray());
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
