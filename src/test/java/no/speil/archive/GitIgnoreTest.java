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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitIgnoreTest {
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
  }

  @Test
  void outsideARepositoryNothingIsToBeIgnored() throws IOException {
    Files.delete(top.resolve(".git"));
    Files.writeString(root.resolve("accounts.json"), "{}");
    assertThat(problems()).isEmpty();
  }

  /** Each list with what {@code git check-ignore} says of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .                  | accounts.json               | true
          .                  | *.json                      | true
          .                  | acc?unts.json               | true
          .                  | felles/arkiv/accounts.json  | true
          .                  | /felles/arkiv/accounts.json | true
          .                  | /felles/*/accounts.json     | true
          .                  | **/accounts.json            | true
          .                  | felles/**                   | true
          .                  | felles/                     | true
          .                  | arkiv                       | true
          .                  | [a-c]ccounts.json           | true
          .                  | accounts\\.json              | true
          .                  | felles/**/accounts.json     | true
          .                  | a**s.json                   | true
          .                  | /accounts.json              | false
          .                  | arkiv/accounts.json         | false
          .                  | /*/accounts.json            | false
          .                  | accounts.json/              | false
          .                  | #accounts.json              | false
          .                  | accounts                    | false
          .                  | [!a]ccounts.json            | false
          .                  | [^a]ccounts.json            | false
          .                  | [z-a]ccounts.json           | false
          .                  | [accounts.json              | false
          .                  | felles**accounts.json       | false
          .                  | accountsxjson               | false
          .                  | *.json;!accounts.json       | false
          .                  | !accounts.json;*.json       | true
          .                  | felles/;!accounts.json      | true
          felles/arkiv       | /accounts.json              | true
          felles             | arkiv/accounts.json         | true
          felles             | /accounts.json              | false
          .git/info          | accounts.json               | true
          """)
  void rulesMeanWhatTheyMeanToGit(String folder, String rules, boolean ignored) throws IOException {
    String name = folder.startsWith(".git") ? "exclude" : ".gitignore";
    Path list = top.resolve(folder).resolve(name);
    Files.createDirectories(list.getParent());
    Files.writeString(list, rules.replace(';', '\n') + "\n");
    assertThat(GitIgnore.of(root).orElseThrow().ignores(root.resolve("accounts.json")))
        .isEqualTo(ignored);
  }

  @Test
  void aNearerListCountsMore() throws IOException {
    Files.writeString(top.resolve(".gitignore"), "accounts.json\n");
    Files.writeString(root.resolve(".gitignore"), "!accounts.json\n");
    assertThat(GitIgnore.of(root).orElseThrow().ignores(root.resolve("accounts.json"))).isFalse();
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
