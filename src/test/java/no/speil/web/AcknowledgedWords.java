package no.speil.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words, each of its own, that the server has said it took. A word stands somewhere while a
 * translation has it or a whole line of a record.
 */
final class AcknowledgedWords {
  private static final Pattern WORD = Pattern.compile("ord\\d+x");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> taken = new TreeSet<>();
  private int next;

  /** A word that no other text has. */
  String fresh() {
    return "ord" + next++ + "x";
  }

  /** The server has taken that text. */
  void take(String text) {
    taken.addAll(in(text));
  }

  /** What was done to the files outside has deleted the only places of some words. */
  void excuse(Map<String, byte[]> before, Map<String, byte[]> after) {
    Set<String> lost = standing(before);
    lost.removeAll(standing(after));
    taken.removeAll(lost);
  }

  /** The words that stand nowhere any more. */
  Set<String> missing(Map<String, byte[]> files) {
    Set<String> missing = new TreeSet<>(taken);
    missing.removeAll(standing(files));
    return missing;
  }

  static Set<String> in(String text) {
    Set<String> words = new TreeSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static Set<String> standing(Map<String, byte[]> files) {
    Set<String> words = new TreeSet<>();
    files.forEach(
        (path, bytes) -> {
          if (path.endsWith(".jsonl")) {
            new String(bytes, UTF_8)
                .lines()
                .filter(AcknowledgedWords::isWhole)
                .forEach(line -> words.addAll(in(line)));
          } else if (path.startsWith("translations/")) {
            words.addAll(in(new String(bytes, ISO_8859_1)));
          }
        });
    return words;
  }

  private static boolean isWhole(String line) {
    try {
      return JSON.readTree(line).isObject();
    } catch (JsonProcessingException e) {
      return false; // a line that was cut, or never was one
    }
  }
}
