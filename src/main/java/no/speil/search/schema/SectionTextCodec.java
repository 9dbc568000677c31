package no.speil.search.schema;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;

/** Packs a document's texts into the bytes that the index stores, and unpacks them. */
public final class SectionTextCodec {
  private SectionTextCodec() {}

  static byte[] write(List<SectionText> texts) {
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeInt(texts.size());
      for (SectionText text : texts) {
        byte[] markdown = text.markdown().getBytes(StandardCharsets.UTF_8);
        out.writeUTF(text.section().value());
        out.writeBoolean(text.side() == Side.ORIGINAL);
        out.writeUTF(text.hash().hex());
        out.writeInt(markdown.length);
        out.write(markdown);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("packing in memory", e);
    } finally {
      deflater.end();
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
    try (var in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(bytes, from, length)))) {
      for (int left = in.readInt(); left > 0; left--) {
        var section = new SectionId(in.readUTF());
        Side side = in.readBoolean() ? Side.ORIGINAL : Side.TRANSLATION;
        var hash = new TextHash(in.readUTF());
        byte[] markdown = in.readNBytes(in.readInt());
        texts.add(
            new SectionText(section, side, hash, new String(markdown, StandardCharsets.UTF_8)));
      }
    }
    return texts;
  }
}
