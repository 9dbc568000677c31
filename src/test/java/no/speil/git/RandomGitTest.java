package no.speil.git;

import static no.speil.Program.git;
import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static no.speil.git.ArchiveInGit.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import no.speil.NeedsPrograms;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two servers and somebody with an editor work on clones of one archive, in any order, and the
 * servers are killed now and then: nobody's line or word is lost, and both ends tell the same.
 */
@NeedsPrograms("git")
class RandomGitTest {
  private static final int STEPS = Integer.getInteger("speil.git.steps", 40);
  private static final String TEXT = "translations/" + LETTER + ".md";
  private static final String RECORD = "translations/" + LETTER + ".jsonl";

  @TempDir private Path folder;
  private final Set<String> acknowledged = new LinkedHashSet<>();
  private final Set<String> pushed = new LinkedHashSet<>();
  private Path editor;
  private int count;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nothingIsLostWhateverHappensInWhichOrder(long seed) {
    var random = new Random(seed);
    Path remote = folder.resolve("remote.git");
    editor = folder.resolve("editor");
    try (ArchiveInGit one = ArchiveInGit.withRemote(folder.resolve("one"), remote);
        ArchiveInGit other = ArchiveInGit.cloneOf(remote, folder.resolve("other")).open()) {
      git(folder, "clone", "-q", remote.toString(), editor.toString());
      if (seed % 2 == 1) { // as on a forge, git does not join records by itself
        one.library().put(".git/info/attributes", "*.jsonl -merge\n");
        other.library().put(".git/info/attributes", "*.jsonl -merge\n");
      }
      for (int i = 0; i < STEPS; i++) {
        step(random, random.nextBoolean() ? one : other);
      }
      for (int i = 0; i < 3; i++) {
        one.sync().round(true);
        other.sync().round(true);
      }
      check(one, other, seed);
    }
  }

  private void step(Random random, ArchiveInGit server) {
    Actor actor = random.nextBoolean() ? KARI : OLA;
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> save(random, server, actor);
      case 3 -> act(server, section -> mark(server, section, actor));
      case 4 -> comment(random, server, actor);
      case 5 -> server.sync().round(true);
      case 6 -> server.after(PAUSE).sync().round(false);
      case 7 -> server.kill().open();
      default -> edit(random);
    }
    server.library().read(RECORD).lines().forEach(acknowledged::add);
  }

  private void save(Random random, ArchiveInGit server, Actor actor) {
    TrackedSection section = any(random, server);
    List<String> words = new ArrayList<>(List.of(section.markdown(Side.TRANSLATION).split(" ")));
    words.add(random.nextInt(words.size()), "word" + count++);
    if (words.size() > 12) {
      words.subList(random.nextInt(4), 9).clear();
    }
    String text = String.join(" ", words);
    server.library().library().edits().edit(section.section().id(), text, section.version(), actor);
  }

  private static TrackedSection any(Random random, ArchiveInGit server) {
    List<TrackedSection> all =
        server.library().sections(LETTER).stream()
            .filter(each -> !each.section().isTitle())
            .filter(each -> !each.section().translation().isEmpty())
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private static void act(ArchiveInGit server, Consumer<TrackedSection> act) {
    act.accept(any(new Random(server.log("%H").size()), server));
  }

  private static void mark(ArchiveInGit server, TrackedSection section, Actor actor) {
    server.library().mark(section, State.TRANSLATED, actor);
  }

  private void comment(Random random, ArchiveInGit server, Actor actor) {
    TrackedSection section = any(random, server);
    server.library().library().marks().comment(section.section().id(), "Comment " + count++, actor);
  }

  /** Somebody pulls, changes a word of the translation, and pushes. */
  private void edit(Random random) {
    git(editor, "fetch", "-q", "origin");
    git(editor, "reset", "-q", "--hard", "origin/main");
    var files = new TestLibrary(editor);
    List<String> lines = new ArrayList<>(files.read(TEXT).lines().toList());
    List<Integer> paragraphs =
        IntStream.range(5, lines.size()).filter(i -> !lines.get(i).isBlank()).boxed().toList();
    int line = paragraphs.get(random.nextInt(paragraphs.size()));
    String word = "typed" + count++;
    boolean adds = random.nextBoolean();
    if (!adds) { // what they take out themselves is not lost
      pushed.removeAll(List.of(lines.get(line).split(" ")));
    }
    lines.set(line, adds ? lines.get(line) + " " + word : word + " by hand.");
    write(editor.resolve(TEXT), String.join("\n", lines) + "\n");
    git(editor, "commit", "-q", "-a", "-m", "By hand", "--author", "Grete <grete@example.org>");
    git(editor, "push", "-q", "origin", "HEAD:main");
    pushed.add(word);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text); // with the time of now, by which git sees it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(ArchiveInGit one, ArchiveInGit other, long seed) {
    String record = one.library().read(RECORD);
    for (ArchiveInGit each : List.of(one, other)) {
      assertThat(each.sync().status().problems()).as("seed %d", seed).isEmpty();
      assertThat(each.git("status", "--porcelain")).as("seed %d", seed).isEmpty();
      assertThat(each.git("fsck", "--strict")).doesNotContain("error");
      assertThat(each.library().read(TEXT)).doesNotContain("<<<<", ">>>>");
    }
    assertThat(other.library().read(RECORD)).isEqualTo(record);
    assertThat(other.library().read(TEXT)).isEqualTo(one.library().read(TEXT));
    assertThat(record.lines()).as("seed %d", seed).containsAll(acknowledged);
    String all = record + one.library().read(TEXT);
    assertThat(pushed).as("seed %d", seed).allSatisfy(word -> assertThat(all).contains(word));
    assertThat(states(other)).isEqualTo(states(one));
  }

  private static List<String> states(ArchiveInGit archive) {
    return archive.library().sections(LETTER).stream()
        .map(
            each ->
                "%s %s %s %s %s"
                    .formatted(
                        each.section().id(),
                        each.sectionStatus().state(),
                        each.markdown(Side.TRANSLATION),
                        each.openSuggestions().stream().map(it -> it.text()).toList(),
                        each.openComments().size()))
        .toList();
  }
}
