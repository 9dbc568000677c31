package no.speil.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up document: its blocks in both languages, the same number of each, headings with their
 * marks.
 */
record GeneratedDocument(boolean nynorsk, List<String> original, List<String> translation) {
  private static final int PARAGRAPHS = 7;
  private static final int UNDER_A_HEADING = 3;
  private static final int LONGEST_HEADING = 60;

  /** Makes blocks of sentences, with a made-up name in some. */
  static final class Writer {
    private final List<TrilingualSentence> sentences;
    private final Random random;
    private final int names;
    private final boolean nynorsk;

    /**
     * @param names how many different names there may be
     */
    Writer(List<TrilingualSentence> sentences, Random random, int names) {
      this.sentences = sentences;
      this.random = random;
      this.names = names;
      this.nynorsk = random.nextInt(10) < 3;
    }

    GeneratedDocument write() {
      var original = new ArrayList<String>();
      var translation = new ArrayList<String>();
      for (int i = 0; i < PARAGRAPHS; i++) {
        if (i % UNDER_A_HEADING == 0) {
          TrilingualSentence heading = sentence();
          original.add("## " + shortened(heading.norwegian(nynorsk)));
          translation.add("## " + shortened(heading.en()));
        }
        List<TrilingualSentence> paragraph = paragraph();
        original.add(joined(paragraph.stream().map(s -> s.norwegian(nynorsk)).toList()));
        translation.add(joined(paragraph.stream().map(TrilingualSentence::en).toList()));
      }
      return new GeneratedDocument(nynorsk, original, translation);
    }

    private List<TrilingualSentence> paragraph() {
      var paragraph = new ArrayList<TrilingualSentence>();
      for (int left = 1 + random.nextInt(4); left > 0; left--) {
        paragraph.add(sentence());
      }
      if (random.nextInt(5) == 0) {
        paragraph.add(about(GeneratedNames.of(random.nextInt(names))));
      }
      return paragraph;
    }

    private TrilingualSentence sentence() {
      return sentences.get(random.nextInt(sentences.size()));
    }

    private TrilingualSentence about(String name) {
      int year = 1945 + random.nextInt(80);
      return new TrilingualSentence(
          name + " skrev om dette i " + year + ".",
          name + " skreiv om dette i " + year + ".",
          name + " wrote about this in " + year + ".");
    }

    private static String joined(List<String> sentences) {
      return String.join(" ", sentences);
    }
  }

  /** A sentence as a heading or title. */
  static String shortened(String sentence) {
    String bare = sentence.replace("\"", "").replace(":", "").replaceAll("[.\\s]+$", "");
    int cut = bare.length() <= LONGEST_HEADING ? -1 : bare.lastIndexOf(' ', LONGEST_HEADING);
    return cut < 0 ? bare : bare.substring(0, cut);
  }
}
