package no.speil.library.glossary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.speil.archive.Archive;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.GlossaryText;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.glossary.GlossaryRefusedException.Reason;
import no.speil.library.lexicon.ModelTrainer;

/**
 * Reads and changes the glossary: one line at a time, in the file as it is at that moment, and only
 * if it is still the version that the person saw. Thread-safe.
 */
public final class GlossaryActions {
  private static final String MARK = "\uFEFF";

  private final Archive archive;
  private final ModelTrainer trainer;

  public GlossaryActions(Archive archive, ModelTrainer trainer) {
    this.archive = archive;
    this.trainer = trainer;
  }

  /** The glossary as its file is now. */
  public GlossarySnapshot read() {
    return GlossarySnapshot.of(archive);
  }

  /**
   * Adds an entry at the end.
   *
   * @param version that the person saw
   * @param entry whose line does not matter
   * @return the entry as it is in the file
   * @throws GlossaryChangedException if the file has changed since
   * @throws GlossaryRefusedException if it cannot be an entry, or is one already
   */
  public GlossaryEntry add(String version, GlossaryEntry entry) {
    GlossaryEntry added = checked(0, entry);
    GlossarySnapshot after =
        save(
            version,
            now -> {
              requireNew(now, added);
              return new GlossaryText(now.text()).adding(List.of(added));
            });
    return after.entries().getLast();
  }

  /**
   * Adds those that are not there yet at the end, in one write.
   *
   * @param entries with their lines in the file that they come from
   */
  public synchronized GlossaryAdditions addAll(List<GlossaryEntry> entries) {
    GlossarySnapshot now = read();
    Set<String> pairs = now.entries().stream().map(GlossaryEntry::pair).collect(toSet());
    var added = new ArrayList<GlossaryEntry>();
    var refused = new ArrayList<GlossaryAdditions.RefusedLine>();
    for (GlossaryEntry entry : entries) {
      try {
        GlossaryEntry checked = checked(entry.line(), entry);
        if (pairs.add(checked.pair())) {
          added.add(checked);
        }
      } catch (GlossaryRefusedException e) {
        refused.add(new GlossaryAdditions.RefusedLine(entry.line(), e.reason()));
      }
    }
    if (!added.isEmpty()) {
      save(now.version(), latest -> new GlossaryText(latest.text()).adding(added));
    }
    int known = entries.size() - added.size() - refused.size();
    return new GlossaryAdditions(added.size(), known, refused);
  }

  /** Puts the entry in the place of the one on its line; as {@link #add}. */
  public GlossaryEntry change(String version, GlossaryEntry entry) {
    GlossaryEntry changed = checked(entry.line(), entry);
    save(
        version,
        now -> {
          require(now.line(changed.line()).isPresent(), Reason.NO_LINE);
          requireNew(now, changed);
          return new GlossaryText(now.text()).changing(changed);
        });
    return changed;
  }

  /** Takes the line with its entry away; as {@link #add}. */
  public void remove(String version, int line) {
    save(
        version,
        now -> {
          require(now.line(line).isPresent(), Reason.NO_LINE);
          return new GlossaryText(now.text()).removing(line);
        });
  }

  private synchronized GlossarySnapshot save(
      String version, Function<GlossarySnapshot, GlossaryText> edit) {
    if (archive.readOnly()) {
      throw new ActionRefusedException.ReadOnly();
    }
    archive.ensureWritable();
    GlossarySnapshot now = read();
    if (!now.version().equals(version)) {
      throw new GlossaryChangedException(now);
    }
    if (!now.isUtf8()) {
      throw new GlossaryRefusedException(Reason.NOT_UTF8);
    }
    String text = edit.apply(now).text();
    try {
      archive.put(Archive.GLOSSARY, text.getBytes(UTF_8));
    } catch (UncheckedIOException e) {
      throw ActionRefusedException.storage(e);
    }
    trainer.readGlossary();
    return GlossarySnapshot.of(text, true);
  }

  private static GlossaryEntry checked(int line, GlossaryEntry written) {
    var entry =
        new GlossaryEntry(
            line, plain(written.norwegian()), plain(written.english()), plain(written.note()));
    require(!entry.norwegian().isEmpty() && !entry.english().isEmpty(), Reason.EMPTY);
    require(isOneLine(entry.norwegian() + entry.english() + entry.note()), Reason.CONTROL);
    require(isShort(entry.norwegian()) && isShort(entry.english()), Reason.TOO_LONG);
    require(isShort(entry.note()), Reason.NOTE_TOO_LONG);
    require(!entry.norwegian().startsWith("#"), Reason.COMMENT);
    return entry;
  }

  /** As it will be read. */
  private static String plain(String text) {
    return text.replace(MARK, "").strip();
  }

  private static boolean isShort(String text) {
    return text.length() <= GlossaryEntry.LONGEST;
  }

  private static boolean isOneLine(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
  }

  private static void requireNew(GlossarySnapshot now, GlossaryEntry entry) {
    require(
        now.entries().stream()
            .noneMatch(each -> each.line() != entry.line() && each.pair().equals(entry.pair())),
        Reason.PRESENT);
  }

  private static void require(boolean fine, Reason otherwise) {
    if (!fine) {
      throw new GlossaryRefusedException(otherwise);
    }
  }
}
