package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.speil.lexicon.Sources.Entry;

/**
 * An entry of the glossary that has several words on a side, without the article or the mark of the
 * infinitive before them.
 */
public record SetPhrase(String norwegian, String english) {
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:å|en|ein|ei|et|eit|to|an?|the)\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  static SetPhrase of(Entry entry) {
    return new SetPhrase(bare(entry.norwegian()), bare(entry.english()));
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

  static void write(List<SetPhrase> phrases, DataOutputStream out) throws IOException {
    out.writeInt(phrases.size());
    for (SetPhrase each : phrases) {
      out.writeUTF(each.norwegian());
      out.writeUTF(each.english());
    }
  }

  static List<SetPhrase> read(DataInputStream in) throws IOException {
    var phrases = new ArrayList<SetPhrase>();
    for (int left = in.readInt(); left > 0; left--) {
      phrases.add(new SetPhrase(in.readUTF(), in.readUTF()));
    }
    return phrases;
  }
}
