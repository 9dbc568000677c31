package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Checksum;

/** A compact list of words, addressed by number. */
public final class WordList {
  private final byte[] letters;
  private final int[] starts;

  private WordList(byte[] letters, int[] starts) {
    this.letters = letters;
    this.starts = starts;
  }

  public static WordList of(List<String> words) {
    var starts = new int[words.size() + 1];
    byte[][] encoded = new byte[words.size()][];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = words.get(i).getBytes(StandardCharsets.UTF_8);
      starts[i + 1] = starts[i] + encoded[i].length;
    }
    var letters = new byte[starts[encoded.length]];
    for (int i = 0; i < encoded.length; i++) {
      System.arraycopy(encoded[i], 0, letters, starts[i], encoded[i].length);
    }
    return new WordList(letters, starts);
  }

  /** The order of words that {@link #find} needs. */
  public static int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return starts.length - 1;
  }

  public String get(int number) {
    return new String(
        letters, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
  }

  int bytes(int number) {
    return starts[number + 1] - starts[number];
  }

  /** The word's number, or less than 0; the list must be sorted by {@link #compare}. */
  public int find(String word) {
    byte[] sought = word.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              letters, starts[middle], starts[middle + 1], sought, 0, sought.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Adds the words to a checksum. */
  public void addTo(Checksum sum) {
    sum.update(letters);
  }

  public void write(DataOutputStream out) throws IOException {
    Numbers.writeStarts(out, starts);
    out.write(letters);
  }

  public static WordList read(DataInputStream in) throws IOException {
    int[] starts = Numbers.starts(in);
    var letters = new byte[starts[starts.length - 1]];
    in.readFully(letters);
    return new WordList(letters, starts);
  }
}
