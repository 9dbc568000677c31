package no.speil.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens to the files of an archive outside the server, by chance. */
final class RandomFileChanges {
  private final ServedArchive archive;
  private final AcknowledgedWords words;
  private final RandomTexts markdown;
  private final Random random;
  private final List<Copy> copies = new ArrayList<>();
  private final Instant beginning = Instant.now().minus(Duration.ofHours(1));
  private int writes;

  RandomFileChanges(
      ServedArchive archive, AcknowledgedWords words, RandomTexts markdown, Random random) {
    this.archive = archive;
    this.words = words;
    this.markdown = markdown;
    this.random = random;
  }

  /**
   * A file as it once was.
   *
   * @param latin its bytes as characters
   */
  private record Copy(String path, String latin, FileTime time) {}

  /** Puts copies of all files aside, for later. */
  void copy() {
    archive
        .files()
        .forEach(
            (path, bytes) ->
                copies.add(new Copy(path, new String(bytes, ISO_8859_1), archive.time(path))));
  }

  /** Does something to one of the texts. */
  void text() {
    Map<String, byte[]> before = archive.files();
    List<String> texts = before.keySet().stream().filter(path -> path.endsWith(".md")).toList();
    if (texts.isEmpty()) {
      put("archive/a.md", bytes(markdown.document(true, 3)), null, before);
      return;
    }
    String path = any(texts);
    switch (random.nextInt(20)) {
      case 0 -> put(path, null, null, before);
      case 1 -> rename(path, before);
      case 2 -> restore(before);
      case 3 -> again(before);
      default -> put(path, changed(path, Objects.requireNonNull(before.get(path))), null, before);
    }
  }

  private byte[] changed(String path, byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int kind = random.nextInt(18);
    String other =
        switch (kind) {
          case 0 -> "";
          case 1 -> text.substring(0, text.length() / 2);
          case 2 -> text.replace("\n", "\r\n");
          case 3 -> latin("\uFEFF") + text;
          case 4 -> text + "\nS\u00e5 d\u00e5rlig \u00e6rlig.\n";
          case 5 -> conflict(text);
          case 6 -> "---\ntitle: Ny\nkind: brev\ndate: 2015-08\n---\n\n" + text;
          case 7 -> text.replaceFirst("title: .*", "title: Anders " + random.nextInt(9));
          case 8 ->
              text.replaceFirst("---\n", any(List.of("--\n", "---\n: [\n", "---\n- x\n", "")));
          default -> blocks(text, path.startsWith("archive/"));
        };
    archive.note("  kind " + kind);
    return other.getBytes(ISO_8859_1);
  }

  /** Inserts, deletes, swaps, doubles or changes blocks, once or more often. */
  private String blocks(String text, boolean original) {
    int body = text.startsWith("---\n") ? Math.max(0, text.indexOf("\n---\n") + 5) : 0;
    List<String> blocks =
        new ArrayList<>(
            Arrays.stream(text.substring(Math.min(body, text.length())).split("\n\n", -1))
                .filter(block -> !block.isBlank())
                .toList());
    for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
      int at = random.nextInt(blocks.size() + 1);
      String fresh = latin(markdown.block(original, random.nextInt(90)));
      if (at == blocks.size() || random.nextInt(5) == 0) {
        blocks.add(at, fresh);
        continue;
      }
      switch (random.nextInt(6)) {
        case 0 -> blocks.remove(at);
        case 1 -> Collections.swap(blocks, at, random.nextInt(blocks.size()));
        case 2 -> blocks.add(random.nextInt(blocks.size()), blocks.get(at));
        case 3 -> blocks.set(at, blocks.get(at).replaceFirst(" ", " ikke "));
        case 4 -> blocks.set(at, blocks.get(at) + " " + random.nextInt(90));
        default -> blocks.set(at, fresh);
      }
    }
    return text.substring(0, Math.min(body, text.length()))
        + "\n"
        + String.join("\n\n", blocks)
        + "\n";
  }

  private static String conflict(String text) {
    int middle = text.indexOf("\n\n", text.length() / 2);
    return middle < 0
        ? "<<<<<<< HEAD\n" + text + "\n=======\n>>>>>>> x\n"
        : text.substring(0, middle)
            + "\n\n<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> x\n"
            + text.substring(middle);
  }

  /** Elsewhere or under another name: alone, or with its translation and its record. */
  private void rename(String path, Map<String, byte[]> before) {
    String id = path.substring(path.indexOf('/') + 1, path.length() - ".md".length());
    String other = any(List.of("b", "mappe/" + id, "Ærlig talt", "c/d/e", "a"));
    List<String> moved =
        switch (random.nextInt(4)) {
          case 0 -> List.of(path);
          case 1 -> List.of("archive/" + id + ".md", "translations/" + id + ".md");
          case 2 -> List.of("translations/" + id + ".md", "translations/" + id + ".jsonl");
          default ->
              List.of(
                  "archive/" + id + ".md",
                  "translations/" + id + ".md",
                  "translations/" + id + ".jsonl");
        };
    for (String each : moved) {
      String to =
          each.substring(0, each.indexOf('/') + 1) + other + each.substring(each.lastIndexOf('.'));
      if (before.containsKey(each) && !before.containsKey(to)) {
        FileTime time = archive.time(each);
        put(to, before.get(each), time, archive.files());
        put(each, null, null, archive.files());
      }
    }
  }

  /** As {@code cp -p} does. */
  private void restore(Map<String, byte[]> before) {
    List<Copy> texts = copies.stream().filter(copy -> copy.path().endsWith(".md")).toList();
    if (!texts.isEmpty()) {
      Copy copy = any(texts);
      put(copy.path(), copy.latin().getBytes(ISO_8859_1), copy.time(), before);
    }
  }

  private void again(Map<String, byte[]> before) {
    boolean original = random.nextBoolean();
    String path = (original ? "archive/" : "translations/") + any(List.of("a", "b")) + ".md";
    put(path, bytes(markdown.document(original, random.nextInt(5))), null, before);
  }

  /** Does something to one of the records. */
  void record() {
    Map<String, byte[]> before = archive.files();
    List<String> records =
        before.keySet().stream().filter(path -> path.endsWith(".jsonl")).toList();
    if (records.isEmpty()) {
      return;
    }
    String path = any(records);
    String text = new String(before.get(path), UTF_8);
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return;
    }
    int at = random.nextInt(lines.size());
    int kind = random.nextInt(12);
    archive.note("  kind " + kind + " at line " + at);
    switch (kind) {
      case 0 -> put(path, null, null, before);
      case 1, 2 -> lines.remove(at);
      case 3 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
      case 4, 5 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 6 -> lines.set(at, lines.get(at).substring(0, lines.get(at).length() / 2));
      case 7 -> lines.subList(at, lines.size()).clear();
      case 8 -> lines.add(at, any(List.of("garbage", "{}", "[]", "{\"do\":\"mark\"}", "", "null")));
      case 9 -> merge(path, lines);
      default -> {
        int end = text.length() - 1 - random.nextInt(Math.min(40, text.length()));
        put(path, bytes(text.substring(0, end)), null, before);
      }
    }
    if (kind > 0 && kind < 10) {
      put(path, bytes(lines.isEmpty() ? "" : String.join("\n", lines) + "\n"), null, before);
    }
  }

  /** As git does: the lines of both. */
  private void merge(String path, List<String> lines) {
    List<Copy> earlier = copies.stream().filter(copy -> copy.path().equals(path)).toList();
    if (!earlier.isEmpty()) {
      var union =
          new LinkedHashSet<>(
              new String(any(earlier).latin().getBytes(ISO_8859_1), UTF_8).lines().toList());
      union.addAll(lines);
      lines.clear();
      lines.addAll(union);
    }
  }

  private void put(
      String path, byte @Nullable [] bytes, @Nullable FileTime time, Map<String, byte[]> before) {
    archive.note("  outside: " + path + (bytes == null ? " deleted" : " written"));
    Map<String, byte[]> after = new TreeMap<>(before);
    if (bytes == null) {
      after.remove(path);
    } else {
      after.put(path, bytes);
    }
    words.excuse(before, after);
    if (bytes != null) {
      archive.write(path, bytes, time == null && random.nextBoolean() ? settled() : time);
    } else if (before.containsKey(path)) {
      archive.delete(path);
    }
  }

  /** A time some minutes ago, later than the last one: of a file that nobody is writing. */
  private FileTime settled() {
    return FileTime.from(beginning.plusMillis(writes++));
  }

  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
