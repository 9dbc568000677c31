package no.speil.lexicon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource that the build makes of others, so that the program need not at each start. */
public final class CompiledResource {
  /** Increased when the content is written in another form. */
  private static final int FORM = 2;

  private CompiledResource() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads the content. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /**
   * The bytes of a resource.
   *
   * @param hash of what it is made of
   */
  public static byte[] write(String hash, Writer content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(mark(hash));
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing in memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a resource beside a class; empty if it is missing or made of something else, as it may be
   * where a program is compiled without Maven.
   */
  public static <T> Optional<T> read(Class<?> beside, String name, String hash, Reader<T> content) {
    try (@Nullable InputStream resource = beside.getResourceAsStream(name)) {
      if (resource == null) {
        return Optional.empty();
      }
      var in = new DataInputStream(new ByteArrayInputStream(resource.readAllBytes()));
      return in.readUTF().equals(mark(hash)) ? Optional.of(content.read(in)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name + " of the program", e);
    }
  }

  private static String mark(String hash) {
    return FORM + " " + hash;
  }
}
