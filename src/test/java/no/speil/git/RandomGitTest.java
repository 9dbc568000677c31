package no.speil.git;

import static no.speil.git.RandomServer.ORIGINAL;
import static no.speil.git.RandomServer.RECORD;
import static no.speil.git.RandomServer.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import no.speil.NeedsPrograms;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two servers and somebody with an editor work on clones of one archive, in any order, with all
 * that happens to servers, networks and repositories: nobody's line or word is lost, and both ends
 * tell the same.
 */
@NeedsPrograms("git")
class RandomGitTest {
  private static final int STEPS = Integer.getInteger("speil.git.steps", 50);
  private static final int SEEDS = Integer.getInteger("speil.git.seeds", 2);

  /** One by which people contradict each other early on. */
  private static final int FIRST = Integer.getInteger("speil.git.first", 8);

  /** Until both servers have the same. */
  private static final int MOST_ROUNDS = 10;

  @TempDir private Path folder;

  /** What happens, more often the more it weighs. */
  private record Happening(int weight, Runnable what) {}

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostWhateverHappensInWhichOrder(long seed) {
    var random = new Random(seed);
    Path bare = folder.resolve("remote.git");
    boolean isAsForge = seed % 2 == 1; // which does not join records by itself
    boolean isAsWindows = seed % 4 < 2; // whose lines end in their own way
    try (var one = new RandomServer(ArchiveInGit.withRemote(folder.resolve("one"), bare), random);
        var other =
            new RandomServer(
                ArchiveInGit.cloneOf(bare, folder.resolve("other"), isAsWindows).open(), random)) {
      List<RandomServer> servers = List.of(one, other);
      String attributes = isAsForge ? "*.jsonl merge=text" : "";
      var remote = new RandomRemote(bare, folder.resolve("editor"), attributes, random);
      if (isAsForge) {
        servers.forEach(
            each -> each.archive().library().put(".git/info/attributes", "*.jsonl -merge\n"));
      }
      for (int i = 0; i < STEPS; i++) {
        step(random, servers.get(random.nextInt(2)), servers, remote);
      }
      putRight(servers, remote);
      check(one, other, remote, seed);
    }
  }

  private static void step(
      Random random, RandomServer server, List<RandomServer> servers, RandomRemote remote) {
    List<Happening> all =
        List.of(
            new Happening(12, server::save),
            new Happening(4, server::mark),
            new Happening(4, server::comment),
            new Happening(8, server::sync),
            new Happening(4, server::pause),
            new Happening(2, server::look),
            new Happening(3, server::kill),
            new Happening(2, server::setClock),
            new Happening(2, server::lock),
            new Happening(3, server::checkOut),
            new Happening(3, server::putRight),
            new Happening(6, remote::edit),
            new Happening(3, () -> remote.squash(server)),
            new Happening(2, () -> remote.rewrite(servers)),
            new Happening(2, () -> remote.putBack(server, servers)),
            new Happening(2, remote::disconnect),
            new Happening(2, remote::refuse),
            new Happening(2, remote::putRight));
    int left = random.nextInt(all.stream().mapToInt(Happening::weight).sum());
    for (Happening each : all) {
      left -= each.weight();
      if (left < 0) {
        each.what().run();
        break;
      }
    }
    server.note();
    assertThat(server.archive().library().read(TEXT)).doesNotContain("<<<<", ">>>>");
  }

  /**
   * In the end all goes well again and has its time, until nobody has anything new to tell the
   * other.
   */
  private static void putRight(List<RandomServer> servers, RandomRemote remote) {
    remote.putRight();
    for (int i = 0; i < MOST_ROUNDS; i++) {
      List<String> before = commits(servers);
      for (RandomServer each : servers) {
        each.sync(); // two who settle the same without asking each other never end
        each.putRight();
        each.archive().rested();
        each.look();
        each.sync();
      }
      if (commits(servers).equals(before) && Set.copyOf(before).size() == 1) {
        return;
      }
    }
  }

  private static List<String> commits(List<RandomServer> servers) {
    return servers.stream().map(RandomServer::head).toList();
  }

  private static void check(RandomServer one, RandomServer other, RandomRemote remote, long seed) {
    for (RandomServer each : List.of(one, other)) {
      ArchiveInGit archive = each.archive();
      assertThat(archive.sync().status().problems()).as("seed %d", seed).isEmpty();
      assertThat(archive.git("status", "--porcelain"))
          .as("seed %d: %s", seed, archive.git("diff"))
          .isEmpty();
      assertThat(archive.git("fsck", "--strict")).doesNotContain("error");
      assertThat(archive.library().read(RECORD).lines())
          .as("seed %d", seed)
          .containsAll(one.acknowledged())
          .containsAll(other.acknowledged());
      assertThat(each.comments()).as("seed %d", seed).doesNotHaveDuplicates();
      String all = each.everything();
      assertThat(remote.words()).as("seed %d", seed).allSatisfy(w -> assertThat(all).contains(w));
    }
    assertThat(commits(List.of(one, other))).as("seed %d", seed).containsOnly(one.head());
    for (String file : List.of(TEXT, RECORD, ORIGINAL)) {
      assertThat(one.archive().library().read(file)).doesNotContain("<<<<", ">>>>");
    }
    assertThat(other.sections()).as("seed %d", seed).isEqualTo(one.sections());
  }
}
