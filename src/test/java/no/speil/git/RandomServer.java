package no.speil.git;

import static java.util.stream.Collectors.toCollection;
import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.speil.Program;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.git.GitStatus.UnmergedTexts;
import no.speil.library.TestLibrary;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;

/** A server where people work and a keeper looks after the repository, both at random. */
final class RandomServer implements AutoCloseable {
  static final String TEXT = "translations/" + LETTER + ".md";
  static final String RECORD = "translations/" + LETTER + ".jsonl";
  static final String ORIGINAL = "archive/" + LETTER + ".md";
  private static final String LOCK = ".git/index.lock";

  private final ArchiveInGit archive;
  private final Random random;
  private final Set<String> acknowledged = new LinkedHashSet<>();
  private boolean isElsewhere;
  private int count;

  RandomServer(ArchiveInGit archive, Random random) {
    this.archive = archive;
    this.random = random;
  }

  ArchiveInGit archive() {
    return archive;
  }

  /** Lines of its record that people have been told are saved. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** Takes all that its record tells for acknowledged. */
  void note() {
    if (Files.exists(archive.folder().resolve(RECORD))) {
      archive.library().read(RECORD).lines().forEach(acknowledged::add);
    }
  }

  /** Saves a text with a new word in a section, from which others may go. */
  void save() {
    if (isElsewhere) {
      look();
      return;
    }
    TrackedSection section = anySection();
    List<String> words = new ArrayList<>(List.of(section.markdown(Side.TRANSLATION).split(" ")));
    words.add(random.nextInt(words.size()), "word" + count++ + name());
    if (words.size() > 12) {
      words.subList(random.nextInt(4), 9).clear();
    }
    library()
        .library()
        .edits()
        .edit(id(section), String.join(" ", words), section.version(), anybody());
  }

  void mark() {
    if (!isElsewhere) {
      library().mark(anySection(), State.TRANSLATED, anybody());
    }
  }

  void comment() {
    if (!isElsewhere) {
      library()
          .library()
          .marks()
          .comment(id(anySection()), "Comment %d %s".formatted(count++, name()), anybody());
    }
  }

  /** Somebody reads, and the program looks for what is new in the files. */
  void look() {
    library().library().sync().look();
    assertThat(library().sections(LETTER)).isNotEmpty();
  }

  void sync() {
    archive.sync().round(true);
  }

  void pause() {
    archive.after(ArchiveInGit.PAUSE).sync().round(false);
  }

  void kill() {
    archive.kill().open();
  }

  /** The clock of the machine is put hours ahead or back. */
  void setClock() {
    archive.after(Duration.ofMinutes(random.nextInt(1000) - 500L));
  }

  /** A git that has crashed leaves its lock, until the keeper removes it. */
  void lock() {
    if (Files.exists(archive.folder().resolve(LOCK))) {
      library().delete(LOCK);
    } else {
      library().put(LOCK, "");
    }
  }

  /** The keeper looks at an older commit, or comes back from there. */
  void checkOut() {
    if (Files.exists(archive.folder().resolve(LOCK))) {
      return;
    }
    if (isElsewhere) {
      assertThat(archive.git("status", "--porcelain")).isEmpty();
      archive.git("checkout", "-q", "main");
      isElsewhere = false;
      return;
    }
    sync();
    List<String> commits = archive.log("%H");
    int back = 1 + random.nextInt(4);
    if (back < commits.size() - 1 && archive.git("status", "--porcelain").isEmpty()) {
      try {
        archive.git("checkout", "-q", "--detach", commits.get(back));
        isElsewhere = true;
      } catch (IllegalStateException e) { // a layout has been noted meanwhile, so git refuses
        assertThat(e).hasMessageContaining("would be overwritten");
      }
    }
  }

  /** The keeper puts right what is told. */
  void putRight() {
    if (Files.exists(archive.folder().resolve(LOCK))) {
      lock();
    }
    if (isElsewhere) {
      checkOut();
    }
    if (archive.codes().contains("git-rewritten")) {
      archive.sync().acceptRewritten();
    }
    archive.sync().status().unmerged().forEach(this::write);
  }

  /** The keeper writes what is to stand in a file that two have changed: all of both. */
  private void write(UnmergedTexts texts) {
    List<String> lines = new ArrayList<>(library().read(texts.path()).lines().toList());
    List<String> missing =
        texts
            .there()
            .lines()
            .filter(line -> !lines.contains(line))
            .collect(toCollection(ArrayList::new));
    if (missing.isEmpty()) {
      missing.add("Both " + count++ + name()); // the notice stays until the file is changed
    }
    missing.forEach(line -> lines.addAll(List.of("", line)));
    RandomRemote.write(archive.folder().resolve(texts.path()), lines);
    archive.git("commit", "-q", "-m", "Both", "--", texts.path());
  }

  private SectionId id(TrackedSection section) {
    return section.section().id();
  }

  private TrackedSection anySection() {
    List<TrackedSection> all =
        library().sections(LETTER).stream()
            .filter(each -> !each.section().isTitle())
            .filter(each -> !each.section().translation().isEmpty())
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private Actor anybody() {
    return random.nextBoolean() ? KARI : OLA;
  }

  private TestLibrary library() {
    return archive.library();
  }

  private String name() {
    return archive.folder().getFileName().toString();
  }

  /** What there is to be seen of each section. */
  List<String> sections() {
    return library().sections(LETTER).stream()
        .map(
            each ->
                "%s %s %s %s %s"
                    .formatted(
                        id(each),
                        each.sectionStatus().state(),
                        each.markdown(Side.TRANSLATION),
                        each.openSuggestions().stream().map(it -> it.text()).toList(),
                        each.openComments().size()))
        .toList();
  }

  /** The texts of all that nobody has settled. */
  List<String> comments() {
    return library().sections(LETTER).stream()
        .flatMap(each -> each.openComments().stream())
        .map(each -> each.text())
        .toList();
  }

  /** The commit that is checked out. */
  String head() {
    return archive.git("rev-parse", "HEAD").strip();
  }

  /** All that its branch has of the letter. */
  String everything() {
    return everything(archive.folder(), "main");
  }

  static String everything(Path clone, String commit) {
    String[] names = {commit + ":" + RECORD, commit + ":" + TEXT, commit + ":" + ORIGINAL};
    return Program.git(clone, "show", names[0], names[1], names[2]);
  }

  @Override
  public void close() {
    archive.close();
  }
}
