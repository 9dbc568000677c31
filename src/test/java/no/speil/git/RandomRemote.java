package no.speil.git;

import static no.speil.Program.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The repository that two servers push to, and somebody with a clone and an editor who does to it
 * whatever people do with git. It is away at times, or takes nothing.
 */
final class RandomRemote {
  private static final String REFUSAL = "#!/bin/sh\necho 'not today' >&2\nexit 1\n";

  private final Path bare;
  private final Path away;
  private final Path clone;
  private final Random random;
  private final Set<String> words = new LinkedHashSet<>();
  private int count;

  /**
   * @param attributes what the editor's git does with files; empty for its defaults
   */
  RandomRemote(Path bare, Path clone, String attributes, Random random) {
    this.bare = bare;
    this.away = bare.resolveSibling("away.git");
    this.clone = clone;
    this.random = random;
    git(bare, "clone", "-q", bare.toString(), clone.toString());
    write(clone.resolve(".git/info/attributes"), List.of(attributes));
  }

  /** Words that were pushed, and that nobody has taken out with an editor. */
  Set<String> words() {
    return words;
  }

  /** The network goes down, or comes back. */
  void disconnect() {
    try {
      Files.move(isAway() ? away : bare, isAway() ? bare : away);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hook begins to refuse all that is pushed, or no longer does. */
  void refuse() {
    if (isAway()) {
      return;
    }
    try {
      if (!Files.deleteIfExists(hook())) {
        write(hook(), List.of(REFUSAL));
        hook().toFile().setExecutable(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void putRight() {
    if (isAway()) {
      disconnect();
    }
    if (Files.exists(hook())) {
      refuse();
    }
  }

  private boolean isAway() {
    return Files.exists(away);
  }

  private Path hook() {
    return bare.resolve("hooks/pre-receive");
  }

  /** Whether the editor can pull, and push afterwards. */
  private boolean isReachable() {
    return !isAway() && !Files.exists(hook());
  }

  /** Pulls, changes a word of the translation or writes more of the original, and pushes. */
  void edit() {
    if (isReachable()) {
      pull();
      String word = type();
      push();
      words.add(word);
    }
  }

  /** Pulls what a server has, makes one commit of it, and pushes that. */
  void squash(RandomServer server) {
    if (!isReachable()) {
      return;
    }
    pull();
    git(clone, "fetch", "-q", server.archive().folder().toString(), "main");
    boolean isMerged = tries("merge", "-q", "--squash", "FETCH_HEAD");
    boolean isUnclear =
        git(clone, "diff", "--name-only", "--diff-filter=U")
            .lines()
            .anyMatch(file -> !file.equals(RandomServer.RECORD)); // whose marks are pushed
    if (!isUnclear && (isMerged || !git(clone, "status", "--porcelain").isEmpty())) {
      git(clone, "add", "-A");
      if (!tries("diff", "--cached", "--quiet")) {
        commit("Squashed");
        push();
      }
    }
    git(clone, "reset", "-q", "--hard");
  }

  /** Makes another history of the last commits, and pushes it by force. */
  void rewrite(List<RandomServer> servers) {
    if (!isReachable()) {
      return;
    }
    pull();
    int back = 1 + random.nextInt(3);
    if (git(clone, "log", "--format=%H", "--first-parent").lines().count() < back + 4) {
      return;
    }
    String before = everything();
    switch (random.nextInt(3)) {
      case 0 -> git(clone, "reset", "-q", "--soft", "HEAD~" + back);
      case 1 -> git(clone, "reset", "-q", "--hard", "HEAD~" + back);
      default -> {
        if (!tries("rebase", "-q", "--onto", "HEAD~" + (back + 1), "HEAD~" + back)) {
          git(clone, "rebase", "--abort");
        }
      }
    }
    String word = type();
    git(clone, "push", "-q", "--force", "origin", "HEAD:main");
    words.add(word);
    forget(before, servers);
  }

  /** The keeper of a server that tells of another history puts the old one back. */
  void putBack(RandomServer server, List<RandomServer> servers) {
    if (isReachable() && server.archive().codes().contains("git-rewritten")) {
      pull();
      String before = everything();
      String known = server.archive().sync().status().problems().getFirst().details().get(1);
      server.archive().git("push", "-q", "--force", "origin", known + ":main");
      pull();
      forget(before, servers);
    }
  }

  /** What no server had yet was theirs to take back. */
  private void forget(String before, List<RandomServer> servers) {
    String left =
        everything() + String.join("\n", servers.stream().map(RandomServer::everything).toList());
    words.removeIf(word -> before.contains(word) && !left.contains(word));
  }

  private String everything() {
    return RandomServer.everything(clone, "HEAD");
  }

  private void pull() {
    git(clone, "fetch", "-q", "origin");
    git(clone, "checkout", "-q", "-f", "-B", "main", "origin/main");
  }

  private void push() {
    git(clone, "push", "-q", "origin", "HEAD:main");
  }

  private void commit(String subject) {
    git(clone, "commit", "-q", "-a", "-m", subject, "--author", "Grete <grete@example.org>");
  }

  private boolean tries(String... arguments) {
    try {
      git(clone, arguments);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private String type() {
    boolean isOriginal = random.nextInt(4) == 0;
    Path file = clone.resolve(isOriginal ? RandomServer.ORIGINAL : RandomServer.TEXT);
    List<String> lines = read(file);
    List<Integer> paragraphs =
        IntStream.range(5, lines.size()).filter(i -> !lines.get(i).isBlank()).boxed().toList();
    int line = paragraphs.get(random.nextInt(paragraphs.size()));
    String word = "typed" + count++ + "x";
    boolean adds = isOriginal || random.nextBoolean();
    if (!adds) { // what they take out themselves is not lost
      words.removeAll(List.of(lines.get(line).split("[ .]")));
    }
    lines.set(line, adds ? lines.get(line) + " " + word : word + " by hand.");
    write(file, lines);
    commit("By hand");
    return word;
  }

  private static List<String> read(Path file) {
    try {
      return new ArrayList<>(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, with the time of now, by which git sees it. */
  static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
