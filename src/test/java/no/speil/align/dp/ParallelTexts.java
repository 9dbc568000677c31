package no.speil.align.dp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.speil.TestCorpora;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Block;

/** Texts with known alignment, from the corpora beside the project. */
public final class ParallelTexts {
  private ParallelTexts() {}

  /** NTREX-128's development stories, sentence by sentence; language {@code nb} or {@code nn}. */
  public static List<Parallel> ntrex(String language) {
    try {
      var stories = new ArrayList<Parallel>();
      for (String line : Files.readAllLines(TestCorpora.path("ntrex/dev.jsonl"))) {
        JsonNode story = new ObjectMapper().readTree(line);
        stories.add(
            Parallel.inOrder(
                TestTexts.blocks(strings(story.get(language))),
                TestTexts.blocks(strings(story.get("en")))));
      }
      return stories;
    } catch (IOException e) {
      throw new UncheckedIOException("reading NTREX", e);
    }
  }

  /** The Declaration of Human Rights: the articles with equally many paragraphs on both sides. */
  static List<Parallel> udhr(String language) {
    try {
      String original = Files.readString(TestCorpora.path("udhr/archive/udhr-" + language + ".md"));
      Path folder = TestCorpora.path("udhr/translations");
      String translation = Files.readString(folder.resolve("udhr-" + language + ".md"));
      List<List<String>> left = articles(TestTexts.cut(original));
      List<List<String>> right = articles(TestTexts.cut(translation));
      var originals = new ArrayList<String>();
      var translations = new ArrayList<String>();
      for (int a = 0; a < Math.min(left.size(), right.size()); a++) {
        if (left.get(a).size() == right.get(a).size()) {
          originals.addAll(left.get(a));
          translations.addAll(right.get(a));
        }
      }
      return List.of(Parallel.inOrder(TestTexts.blocks(originals), TestTexts.blocks(translations)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the Declaration", e);
    }
  }

  private static List<List<String>> articles(List<String> blocks) {
    var articles = new ArrayList<List<String>>();
    for (String block : blocks) {
      if (articles.isEmpty() || block.startsWith("#")) {
        articles.add(new ArrayList<>());
      }
      articles.getLast().add(block);
    }
    return articles;
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }

  /**
   * Two sides and the links between them.
   *
   * @param links pairs of places
   */
  public record Parallel(List<Block> original, List<Block> translation, List<List<Integer>> links) {

    static Parallel inOrder(List<Block> original, List<Block> translation) {
      var links = new ArrayList<List<Integer>>();
      for (int k = 0; k < original.size(); k++) {
        links.add(List.of(k, k));
      }
      return new Parallel(original, translation, links);
    }

    /** With another side and other links. */
    Parallel with(boolean isOriginal, List<Block> side, List<List<Integer>> others) {
      return new Parallel(isOriginal ? side : original, isOriginal ? translation : side, others);
    }

    /** The text with a share of the blocks omitted on either side. */
    Parallel without(double share, Random random) {
      var left = new ArrayList<Block>();
      var right = new ArrayList<Block>();
      var kept = new ArrayList<List<Integer>>();
      for (int k = 0; k < original.size(); k++) {
        boolean keepLeft = random.nextDouble() >= share;
        boolean keepRight = random.nextDouble() >= share;
        if (keepLeft && keepRight) {
          kept.add(List.of(left.size(), right.size()));
        }
        if (keepLeft) {
          left.add(original.get(k));
        }
        if (keepRight) {
          right.add(translation.get(k));
        }
      }
      return new Parallel(left, right, kept);
    }
  }
}
