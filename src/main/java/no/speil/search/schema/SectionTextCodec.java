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

/**
 * Packs a document's texts into the bytes that the index stores, and unpacks them. They are not
 * compressed: the index does that, together with the same words in the document's sections.
 */
public final class SectionTextCodec {
  /** In bytes. */
  private static final int HASH = 16;

  private SectionTextCodec() {}

  static byte[] write(List<SectionText> texts) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(texts.size());
      for (SectionText text : texts) {
        byte[] markdown = text.markdown().getBytes(StandardCharsets.UTF_8);
        out.writeUTF(text.section().value());
        out.writeBoolean(text.side() == Side.ORIGINAL);
        boolean isOfOneBlock = ofOneBlock(text.markdown()).equals(text.hash());
        out.writeBoolean(isOfOneBlock);
        if (!isOfOneBlock) {
          out.write(HexFormat.of().parseHex(text.hash().hex()));
        }
        out.writeInt(markdown.length);
        out.write(markdown);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("packing in memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Unpacks the result of {@link #write}.
   *
   * @throws IOException if the bytes are damaged
   */
  public static List<SectionText> read(byte[] bytes, int from, int length) throws IOException {
    var texts = new ArrayList<SectionText>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, from, length))) {
      for (int left = in.readInt(); left > 0; left--) {
        var section = new SectionId(in.readUTF());
        Side side = in.readBoolean() ? Side.ORIGINAL : Side.TRANSLATION;
        byte[] hash = read(in, in.readBoolean() ? 0 : HASH);
        String markdown = new String(read(in, in.readInt()), StandardCharsets.UTF_8);
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
