package no.speil.search.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.SectionId;
import no.speil.search.index.TestIndex;

/** News stories, sentence by sentence in three languages, and queries made of their sentences. */
public final class NewsStories {
  public static final int FOLDS = 5;
  private static final Path FILE = TestCorpora.path("ntrex/dev.jsonl");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\p{N}+");

  public final List<Sentence> sentences = new ArrayList<>();
  private final Map<String, Integer> english = new HashMap<>();

  /** A sentence, and which fifth of the stories it is of. */
  public record Sentence(
      SectionId id, String story, int position, int fold, String nb, String nn, String en) {}

  public static NewsStories read() throws IOException {
    var stories = new NewsStories();
    var json = new ObjectMapper();
    int number = 0;
    for (String line : Files.readAllLines(FILE)) {
      stories.add(json.readTree(line), number++ % FOLDS);
    }
    return stories;
  }

  private void add(JsonNode story, int fold) {
    String id = story.get("id").asText();
    for (int i = 0; i < story.get("nb").size(); i++) {
      var sentence =
          new Sentence(
              TestIndex.id(id, i + 1),
              id,
              i + 1,
              fold,
              story.get("nb").get(i).asText(),
              story.get("nn").get(i).asText(),
              story.get("en").get(i).asText());
      sentences.add(sentence);
      words(sentence.en()).map(NewsStories::lower).forEach(w -> english.merge(w, 1, Integer::sum));
    }
  }

  /** The three to five rarest words of the English sentence that are no stop words. */
  public Optional<String> keywords(Sentence sentence) {
    return rarest(sentence.en(), english, true, 3 + sentence.position() % 3);
  }

  /** The same without capitalised words and numbers; three or four. */
  public Optional<String> noNames(Sentence sentence) {
    return rarest(sentence.en(), english, false, 3 + sentence.position() % 2);
  }

  /** As it stands; quotation marks, which would ask for exact words, left out. */
  public static Optional<String> whole(Sentence sentence) {
    return Optional.of(sentence.en().replaceAll("[\"“”«»„]", " ").strip());
  }

  private static Optional<String> rarest(
      String text, Map<String, Integer> counts, boolean names, int most) {
    List<String> words =
        words(text)
            .filter(
                word -> names || (word.equals(lower(word)) && Character.isLetter(word.charAt(0))))
            .filter(word -> !StopWords.ENGLISH.contains(lower(word)) && word.length() > 1)
            .distinct()
            .sorted(
                Comparator.comparingInt((String word) -> counts.getOrDefault(lower(word), 0))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(most)
            .toList();
    return words.size() < 3 ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(result -> result.group());
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
