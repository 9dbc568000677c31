package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Word counts that can be looked up by part of a text without copying it. Takes a byte a letter, so
 * it holds only words of Latin-1 letters.
 */
final class CompactWordCounts {
  private static final int LONGEST = 60;

  private final byte[] letters;
  private final int[] starts;
  private final int[] counts;

  /** A hash table with linear probing of word numbers; -1 for free places. */
  private final int[] table;

  /** A word and how often it occurs. */
  record Counted(String word, int count) {}

  private CompactWordCounts(byte[] letters, int[] starts, int[] counts) {
    this.letters = letters;
    this.starts = starts;
    this.counts = counts;
    this.table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, counts.length)) * 4)];
    Arrays.fill(table, -1);
    for (int word = 0; word < counts.length; word++) {
      int slot = hash(word) & (table.length - 1);
      while (table[slot] >= 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = word;
    }
  }

  /** The words in the order given, each once. */
  static CompactWordCounts of(List<Counted> words) {
    List<Counted> kept = words.stream().filter(each -> isHeld(each.word())).toList();
    var letters = new byte[kept.stream().mapToInt(each -> each.word().length()).sum()];
    var starts = new int[kept.size() + 1];
    var counts = new int[kept.size()];
    for (int i = 0; i < counts.length; i++) {
      byte[] word = kept.get(i).word().getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(word, 0, letters, starts[i], word.length);
      starts[i + 1] = starts[i] + word.length;
      counts[i] = kept.get(i).count();
    }
    return new CompactWordCounts(letters, starts, counts);
  }

  static boolean isHeld(String word) {
    return !word.isEmpty() && word.length() <= LONGEST && word.chars().allMatch(c -> c < 256);
  }

  int size() {
    return counts.length;
  }

  /** The count of the word at that range of the text; 0 if it is unknown. */
  int count(CharSequence text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = spread(hash) & (table.length - 1);
    while (table[slot] >= 0) {
      if (equals(table[slot], text, from, to)) {
        return counts[table[slot]];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return 0;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(counts.length);
    for (int i = 0; i < counts.length; i++) {
      out.writeByte(starts[i + 1] - starts[i]);
      out.writeInt(counts[i]);
    }
    out.write(letters);
  }

  static CompactWordCounts read(DataInputStream in) throws IOException {
    var counts = new int[in.readInt()];
    var starts = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + in.readUnsignedByte();
      counts[i] = in.readInt();
    }
    var letters = new byte[starts[counts.length]];
    in.readFully(letters);
    return new CompactWordCounts(letters, starts, counts);
  }

  private boolean equals(int word, CharSequence text, int from, int to) {
    int start = starts[word];
    if (starts[word + 1] - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if ((letters[start + i - from] & 0xFF) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int hash(int word) {
    int hash = 0;
    for (int i = starts[word]; i < starts[word + 1]; i++) {
      hash = 31 * hash + (letters[i] & 0xFF);
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
