package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFilesTest {
  @TempDir private Path top;
  private Path root;

  @BeforeEach
  void makeArchive() throws IOException {
    root = Files.createDirectories(top.resolve("felles/arkiv"));
    Files.createDirectory(root.resolve("archive"));
    Files.createDirectory(top.resolve(".git"));
  }

  @Test
  void accountsThatGitWouldTakeAreAProblem() throws IOException {
    assertThat(problems()).isEmpty();
    Files.writeString(root.resolve("accounts.json"), "{}");
    assertThat(problems())
        .containsExactly(Problem.of("accounts.json", 0, Problem.Kind.ACCOUNTS_IN_GIT));
    Files.writeString(root.resolve(".gitignore"), "# private\n/accounts.json\n");
    assertThat(problems()).isEmpty();
    Files.writeString(root.resolve(".gitignore"), "/accounts.json\n!*.json\n");
    assertThat(problems()).hasSize(1);
  }

  @Test
  void outsideARepositoryNothingIsToBeIgnored() throws IOException {
    Files.delete(top.resolve(".git"));
    Files.writeString(root.resolve("accounts.json"), "{}");
    assertThat(problems()).isEmpty();
    Archive.open(root, Clock.systemUTC()).close();
    assertThat(root.resolve(".gitignore")).doesNotExist();
  }

  @Test
  void aServerKeepsAccountsOutWhereNobodyHasAList() throws IOException {
    Archive.open(root, Clock.systemUTC()).close();
    assertThat(root.resolve(".gitignore")).hasContent("/accounts.json\n/.ssh/");
    Files.writeString(root.resolve("accounts.json"), "{}");
    assertThat(problems()).isEmpty();
  }

  @Test
  void aListThatIsThereStaysAsItIs() throws IOException {
    Files.writeString(root.resolve(".gitignore"), "*.tmp\n");
    Files.writeString(root.resolve("accounts.json"), "{}");
    Archive.open(root, Clock.systemUTC()).close();
    assertThat(root.resolve(".gitignore")).hasContent("*.tmp");
    assertThat(problems()).hasSize(1);
  }

  private List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    Archive.openReadOnly(root, Clock.systemUTC())
        .walk(
            new ArchiveVisitor() {
              @Override
              public void found(ArchiveFile file) {}

              @Override
              public void unlisted(String path) {}

              @Override
              public void problem(Problem problem) {
                problems.add(problem);
              }
            });
    return problems;
  }
}
