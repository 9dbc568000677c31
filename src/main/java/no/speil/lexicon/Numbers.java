package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of numbers in a file, in one piece each: much faster than number by number. */
final class Numbers {
  private Numbers() {}

  static void write(DataOutputStream out, int... numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    bytes.asIntBuffer().put(numbers);
    out.write(bytes.array());
  }

  static void write(DataOutputStream out, float... numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    out.write(bytes.array());
  }

  static void write(DataOutputStream out, double... numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    out.write(bytes.array());
  }

  static int[] ints(DataInputStream in, int size) throws IOException {
    var numbers = new int[size];
    bytes(in, Integer.BYTES * size).asIntBuffer().get(numbers);
    return numbers;
  }

  static float[] floats(DataInputStream in, int size) throws IOException {
    var numbers = new float[size];
    bytes(in, Float.BYTES * size).asFloatBuffer().get(numbers);
    return numbers;
  }

  static double[] doubles(DataInputStream in, int size) throws IOException {
    var numbers = new double[size];
    bytes(in, Double.BYTES * size).asDoubleBuffer().get(numbers);
    return numbers;
  }

  /** Writes where lists begin that follow each other, each of fewer than 65,536 elements. */
  static void writeStarts(DataOutputStream out, int... starts) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * (starts.length - 1));
    for (int i = 1; i < starts.length; i++) {
      bytes.putShort((short) (starts[i] - starts[i - 1]));
    }
    out.writeInt(starts.length - 1);
    out.write(bytes.array());
  }

  /** Reads what {@link #writeStarts} wrote; the last is the end of the last list. */
  static int[] starts(DataInputStream in) throws IOException {
    var lengths = new short[in.readInt()];
    bytes(in, Short.BYTES * lengths.length).asShortBuffer().get(lengths);
    var starts = new int[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = starts[i] + Short.toUnsignedInt(lengths[i]);
    }
    return starts;
  }

  private static ByteBuffer bytes(DataInputStream in, int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("numbers are missing");
    }
    return ByteBuffer.wrap(bytes);
  }
}
