package no.speil.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.speil.lexicon.Sources.Entry;

/**
 * Frequent words that come with the program, so that a new archive is searched in both languages.
 */
public final class Starter {
  private static final List<String> FILES = List.of("starter-general.tsv", "starter-society.tsv");

  private Starter() {}

  /** All pairs, each once: Bokmål with English, and Nynorsk where it is another word. */
  public static List<Entry> entries() {
    Set<Entry> entries = new LinkedHashSet<>();
    for (String file : FILES) {
      try (InputStream in = Objects.requireNonNull(Starter.class.getResourceAsStream(file), file);
          var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(line -> add(entries, Glossary.columns(line)));
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + file, e);
      }
    }
    return List.copyOf(entries);
  }

  private static void add(Set<Entry> entries, List<String> columns) {
    entries.add(new Entry(columns.get(0), columns.get(2)));
    if (!columns.get(1).isEmpty()) {
      entries.add(new Entry(columns.get(1), columns.get(2)));
    }
  }
}
