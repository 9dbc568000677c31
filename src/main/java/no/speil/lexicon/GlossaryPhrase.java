package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.lexicon.LexiconSources.Entry;

/**
 * A glossary entry with several words on a side, without a leading article or infinitive marker.
 */
public record GlossaryPhrase(String norwegian, String english) {
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:å|en|ein|ei|et|eit|to|an?|the)\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** The entry without its articles. */
  public static GlossaryPhrase of(Entry entry) {
    return new GlossaryPhrase(bare(entry.norwegian()), bare(entry.english()));
  }

  private static String bare(String words) {
    return SPACE.matcher(ARTICLE.matcher(words.strip()).replaceFirst("")).replaceAll(" ");
  }

  boolean isOfSeveralWords() {
    return norwegian.contains(" ") || english.contains(" ");
  }

  Entry entry() {
    return new Entry(norwegian, english);
  }

  static void write(List<GlossaryPhrase> phrases, DataOutputStream out) throws IOException {
    out.writeInt(phrases.size());
    for (GlossaryPhrase each : phrases) {
      out.writeUTF(each.norwegian());
      out.writeUTF(each.english());
    }
  }

  static List<GlossaryPhrase> read(DataInputStream in) throws IOException {
    var phrases = new ArrayList<GlossaryPhrase>();
    for (int left = in.readInt(); left > 0; left--) {
      phrases.add(new GlossaryPhrase(in.readUTF(), in.readUTF()));
    }
    return phrases;
  }
}
