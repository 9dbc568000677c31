package no.speil.library.glossary;

import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import no.speil.archive.Archive;
import no.speil.lexicon.Glossary;
import no.speil.lexicon.GlossaryContradiction;
import no.speil.lexicon.GlossaryLine;
import no.speil.lexicon.GlossaryText;
import no.speil.lexicon.LexiconSources.Entry;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.glossary.GlossaryRefusedException.Reason;
import no.speil.library.sync.ModelTrainer;

/**
 * Reads and changes the glossary: one line at a time, in the file as it is at that moment, and only
 * if it is still the version that the person saw. Thread-safe.
 */
public final class GlossaryActions {
  private static final String MARK = "\uFEFF";

  private final Archive archive;
  private final ModelTrainer modelTrainer;

  public GlossaryActions(Archive archive, ModelTrainer modelTrainer) {
    this.archive = archive;
    this.modelTrainer = modelTrainer;
  }

  /** The glossary as its file is now. */
  public GlossarySnapshot read() {
    return GlossarySnapshot.of(archive);
  }

  /**
   * Adds an entry at the end.
   *
   * @param version that the person saw
   * @return the line that it has become
   * @throws GlossaryChangedException if the file has changed since
   * @throws GlossaryRefusedException if it cannot be an entry, or is one already
   */
  public GlossaryLine add(String version, Entry entry, String note) {
    GlossaryLine line = checked(0, entry, note);
    GlossarySnapshot after =
        save(
            version,
            now -> {
              requireNew(now.glossary(), line);
              return new GlossaryText(now.text()).adding(line);
            });
    return after.glossary().lines().getLast();
  }

  /** Puts another entry in the place of that on the line; as {@link #add}. */
  public GlossaryLine change(String version, int number, Entry entry, String note) {
    GlossaryLine line = checked(number, entry, note);
    save(
        version,
        now -> {
          requireLine(now, number);
          requireNew(now.glossary(), line);
          return new GlossaryText(now.text()).changing(line);
        });
    return line;
  }

  /** Takes the line with its entry away; as {@link #add}. */
  public void remove(String version, int number) {
    save(
        version,
        now -> {
          requireLine(now, number);
          return new GlossaryText(now.text()).removing(number);
        });
  }

  /** Makes the text of the file from the file as it is. */
  private interface Edit {
    GlossaryText of(GlossarySnapshot now);
  }

  private synchronized GlossarySnapshot save(String version, Edit edit) {
    if (archive.readOnly()) {
      throw new ActionRefusedException.ReadOnly();
    }
    archive.ensureWritable();
    GlossarySnapshot now = read();
    if (!now.version().equals(version)) {
      throw new GlossaryChangedException(now);
    }
    if (!now.writable()) {
      throw new GlossaryRefusedException(Reason.NOT_UTF8);
    }
    String text = edit.of(now).text();
    try {
      archive.saveGlossary(text);
    } catch (UncheckedIOException e) {
      throw ActionRefusedException.storage(e);
    }
    modelTrainer.readGlossary();
    return GlossarySnapshot.of(text);
  }

  private static GlossaryLine checked(int number, Entry entry, String note) {
    UnaryOperator<String> plain = text -> text.replace(MARK, "").strip();
    var line =
        new GlossaryLine(
            number,
            new Entry(plain.apply(entry.norwegian()), plain.apply(entry.english())),
            plain.apply(note));
    require(!line.entry().norwegian().isEmpty() && !line.entry().english().isEmpty(), Reason.EMPTY);
    require(
        isOneLine(line.entry().norwegian())
            && isOneLine(line.entry().english())
            && isOneLine(line.note()),
        Reason.CONTROL);
    require(
        isShort(line.entry().norwegian()) && isShort(line.entry().english()), Reason.TOO_LONG);
    require(isShort(line.note()), Reason.NOTE_TOO_LONG);
    require(!line.entry().norwegian().startsWith("#"), Reason.COMMENT);
    return line;
  }

  private static boolean isShort(String text) {
    return text.length() <= Glossary.LONGEST;
  }

  private static boolean isOneLine(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
  }

  private static void requireLine(GlossarySnapshot now, int number) {
    require(now.line(number).isPresent(), Reason.NO_LINE);
  }

  private static void requireNew(Glossary glossary, GlossaryLine line) {
    require(
        glossary.lines().stream()
            .noneMatch(
                each ->
                    each.number() != line.number()
                        && GlossaryContradiction.isSamePair(each.entry(), line.entry())),
        Reason.PRESENT);
  }

  private static void require(boolean fine, Reason otherwise) {
    if (!fine) {
      throw new GlossaryRefusedException(otherwise);
    }
  }
}
