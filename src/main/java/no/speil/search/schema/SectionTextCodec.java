package no.speil.search.schema;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;
import org.jspecify.annotations.Nullable;

/**
 * Packs a document's texts into the bytes that the index stores, and unpacks them. Of a text
 * without markup only this is noted: its section has the same words. The rest is not compressed
 * here, since the index does that.
 */
public final class SectionTextCodec {
  /** In bytes. */
  private static final int HASH = 16;

  // In the first byte of a text.
  private static final int IS_ORIGINAL = 1;
  private static final int IS_OF_ONE_BLOCK = 2;
  private static final int IS_AS_INDEXED = 4;

  private SectionTextCodec() {}

  /** Gives the words of a section's text as they are stored; null where it has none. */
  @FunctionalInterface
  public interface StoredWords {
    @Nullable String of(SectionId section, Side side) throws IOException;
  }

  static byte[] write(List<SectionText> texts, StoredWords words) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(texts.size());
      for (SectionText text : texts) {
        byte[] markdown = text.markdown().getBytes(StandardCharsets.UTF_8);
        boolean isOfOneBlock = ofOneBlock(text.markdown()).equals(text.hash());
        boolean isAsIndexed = text.markdown().equals(words.of(text.section(), text.side()));
        out.writeByte(
            (text.side() == Side.ORIGINAL ? IS_ORIGINAL : 0)
                | (isOfOneBlock ? IS_OF_ONE_BLOCK : 0)
                | (isAsIndexed ? IS_AS_INDEXED : 0));
        out.writeUTF(text.section().value());
        if (!isOfOneBlock) {
          out.write(HexFormat.of().parseHex(text.hash().hex()));
        }
        if (!isAsIndexed) {
          out.writeInt(markdown.length);
          out.write(markdown);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("packing in memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Unpacks the result of {@link #write}.
   *
   * @param words of the sections that were written together with the texts
   * @throws IOException if the bytes are damaged
   */
  public static List<SectionText> read(byte[] bytes, int from, int length, StoredWords words)
      throws IOException {
    var texts = new ArrayList<SectionText>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, from, length))) {
      for (int left = in.readInt(); left > 0; left--) {
        int flags = in.readByte();
        var section = new SectionId(in.readUTF());
        Side side = (flags & IS_ORIGINAL) == 0 ? Side.TRANSLATION : Side.ORIGINAL;
        byte[] hash = read(in, (flags & IS_OF_ONE_BLOCK) == 0 ? HASH : 0);
        String markdown =
            (flags & IS_AS_INDEXED) == 0
                ? new String(read(in, in.readInt()), StandardCharsets.UTF_8)
                : words.of(section, side);
        if (markdown == null) {
          throw new EOFException("the words of section " + section + " are missing");
        }
        texts.add(
            new SectionText(
                section,
                side,
                hash.length == 0
                    ? ofOneBlock(markdown)
                    : new TextHash(HexFormat.of().formatHex(hash)),
                markdown));
      }
    }
    return texts;
  }

  private static byte[] read(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a text is cut off");
    }
    return bytes;
  }

  private static TextHash ofOneBlock(String markdown) {
    return TextHash.ofBlocks(List.of(markdown));
  }
}
