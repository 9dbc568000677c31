package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.checking.Check;
import no.speil.corpus.Freshness;
import no.speil.corpus.LinkOutcome;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.corpus.Task;
import no.speil.library.ActionRefused.NotNow;
import no.speil.search.Notice;
import no.speil.search.SearchRequest;
import no.speil.search.StateValue;
import no.speil.tracking.ChangeClass;
import no.speil.tracking.Flaw;
import no.speil.tracking.Resolve;
import no.speil.tracking.Verdict;
import no.speil.web.answer.Fault;
import no.speil.web.rows.View;
import no.speil.web.searching.FacetLinks;
import no.speil.web.searching.SearchAddress;
import no.speil.web.view.Example;
import no.speil.web.visitor.Access;
import org.junit.jupiter.api.Test;

/** Every word that the pages ask for is there in both languages, and no other is. */
class MessagesTest {
  private static final Pattern WHOLE_KEY =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9_-]*)+|skip|mood)\"");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(bundle("nb").stringPropertyNames()).isEqualTo(bundle("en").stringPropertyNames());
  }

  @Test
  void noKeyIsMissing() {
    Set<String> known = bundle("en").stringPropertyNames();
    assertThat(known).containsAll(composedKeys());
    assertThat(keysAskedFor()).isSubsetOf(known);
  }

  @Test
  void noKeyIsUnused() throws IOException {
    Set<String> used = new TreeSet<>(composedKeys());
    used.addAll(quotedKeys());
    assertThat(bundle("en").stringPropertyNames()).isSubsetOf(used);
  }

  @Test
  void everyMessageIsAPatternWithTheSamePlaces() {
    Properties english = bundle("en");
    Properties norwegian = bundle("nb");
    for (String key : english.stringPropertyNames()) {
      assertThat(places(norwegian.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
      assertThat(english.getProperty(key) + norwegian.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  /** Keys that are made of a word and a code. */
  private static Set<String> composedKeys() {
    var keys = new TreeSet<String>();
    for (StateValue value : StateValue.values()) {
      keys.add("state." + value.code());
      keys.add("state." + value.code() + ".about");
    }
    for (State state : State.values()) {
      if (state != State.UNTRANSLATED) {
        keys.add("mark." + state.code());
      }
    }
    keys.add("mark.untranslated");
    for (Freshness freshness : Freshness.values()) {
      keys.add("freshness." + freshness.code());
      keys.add("freshness." + freshness.code() + ".about");
    }
    for (Notice.Kind kind : Notice.Kind.values()) {
      keys.add("notice." + kind.name().toLowerCase(Locale.ROOT));
    }
    for (NotNow.Reason reason : NotNow.Reason.values()) {
      keys.add("refused." + reason.name().toLowerCase(Locale.ROOT));
    }
    for (Resolve.Outcome outcome : Resolve.Outcome.values()) {
      keys.add("deed." + outcome.name().toLowerCase(Locale.ROOT));
    }
    for (Verdict verdict : Verdict.values()) {
      keys.add("deed.report." + verdict.code());
      keys.add("verdict." + verdict.code());
      keys.add("settle." + verdict.code());
    }
    for (Flaw flaw : Flaw.values()) {
      keys.add("flaw." + flaw.code());
    }
    for (LinkOutcome outcome : LinkOutcome.values()) {
      keys.add("link." + outcome.code());
    }
    for (Problem.Kind kind : Problem.Kind.values()) {
      String code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      keys.add("problem." + code);
      keys.add("problem." + code + ".remedy");
    }
    keys.addAll(List.of("turn.no", "turn.en"));
    for (Task task : Task.values()) {
      keys.add("task." + task.code());
    }
    for (Check check : Check.values()) {
      keys.add("check." + check.code());
    }
    for (ChangeClass grade : ChangeClass.values()) {
      keys.add("change." + grade.code());
    }
    for (Fault fault : Fault.TABLE) {
      keys.add("error." + fault.code());
      keys.add("error." + fault.code() + ".advice");
    }
    keys.add("error.method-not-allowed");
    keys.add("error.method-not-allowed.advice");
    Example.ALL.forEach(example -> keys.add("example." + example.code()));
    Arrays.stream(View.values()).forEach(view -> keys.add("view." + view.code()));
    Arrays.stream(Access.Obstacle.values()).forEach(it -> keys.add("obstacle." + it.code()));
    FacetLinks.NAMED.forEach(facet -> keys.add("facet." + facet));
    FacetLinks.LANGUAGES.forEach(language -> keys.add("language." + language));
    SearchAddress.SORTS.stream()
        .forEach(it -> keys.add("search.sort." + it.name().toLowerCase(Locale.ROOT)));
    Stream.of(SearchRequest.Group.values())
        .forEach(it -> keys.add("search.group." + it.name().toLowerCase(Locale.ROOT)));
    return keys;
  }

  private static Set<String> keysAskedFor() {
    Pattern asked = Pattern.compile("(?:\\bt|messages)\\.of\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
    return matches(asked);
  }

  private static Set<String> quotedKeys() {
    return matches(WHOLE_KEY);
  }

  private static Set<String> matches(Pattern pattern) {
    return Stream.of("src/main/java/no/speil/web", "src/main/jte")
        .flatMap(MessagesTest::files)
        .flatMap(source -> pattern.matcher(source).results())
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(Files::isRegularFile).toList().stream().map(MessagesTest::read);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> places(String message) {
    assertThat(new MessageFormat(message).toPattern()).isNotNull();
    Matcher place = Pattern.compile("\\{(\\d)").matcher(message);
    return place
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String language) {
    var properties = new Properties();
    Path file = Path.of("src/main/resources/no/speil/web/messages_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties;
  }
}
