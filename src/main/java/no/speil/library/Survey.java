package no.speil.library;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import no.speil.alignment.Aligner;
import no.speil.alignment.Layouter;
import no.speil.archive.Archive;
import no.speil.corpus.Problem;

/**
 * A reading of the whole archive, document by document, without an index and without writing; it
 * can run beside a server.
 */
public final class Survey {
  private Survey() {}

  /**
   * Reads everything once.
   *
   * @param archive opened read-only
   * @param each is given every document once, in the order of ids
   * @return what the walk through the folders met; what is odd in documents is said by them
   * @throws IllegalArgumentException if the archive is open for writing
   */
  public static List<Problem> of(Archive archive, Clock clock, Consumer<LiveDocument> each) {
    if (!archive.readOnly()) {
      throw new IllegalArgumentException("a survey writes nothing");
    }
    var loader = new Loader(archive, new Layouter(new Aligner()), clock);
    var sweep = new Sweep(archive, new Catalogue());
    for (Sweep.Due due : sweep.due()) {
      loader.load(due.id(), due.translationPath()).map(Loaded::live).ifPresent(each);
    }
    return sweep.problems();
  }

  /** How far each folder is, the whole archive first. */
  public static List<FolderProgress> progress(Archive archive, Clock clock) {
    var folders = new FolderTally();
    of(archive, clock, document -> folders.add(document.id(), document.progress()));
    return folders.all();
  }
}
