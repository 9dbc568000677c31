package no.speil.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.speil.lexicon.LexiconSources.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The built-in word list: frequent words in Bokmål, in Nynorsk if it differs, and in English. Known
 * before an archive has taught any.
 */
public final class StarterLexicon {
  private static final List<String> FILES = List.of("starter-general.tsv", "starter-society.tsv");

  private StarterLexicon() {}

  /** All entries. */
  public static List<Entry> all() {
    var entries = new ArrayList<Entry>();
    FILES.forEach(file -> read(file, entries));
    return entries;
  }

  private static void read(String file, List<Entry> entries) {
    try (@Nullable InputStream in = StarterLexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + file);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(file, line, entries));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private static void read(String file, String line, List<Entry> entries) {
    String[] fields = line.split("\t", -1);
    if (fields.length < 3 || fields[0].isEmpty() || fields[2].isEmpty()) {
      throw new IllegalStateException("not three words in " + file + ": " + line);
    }
    entries.add(new Entry(fields[0], fields[1], fields[2]));
  }
}
