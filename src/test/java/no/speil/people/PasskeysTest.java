package no.speil.people;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.Role;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeysTest {
  private static final UserAgent AGENT = new UserAgent("Firefox", "192.0.2.1", "192.0.2", "");
  private static final URI SITE = URI.create("https://archive.example.org");

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":1}",
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":null}",
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}",
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
            + "\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\",\"attestationObject\":\"AAAA\"}}",
        "{\"id\":\"AAAA\",\"rawId\":\"\\u0000\",\"type\":\"x\",\"response\":{\"clientDataJSON\":\"bnVsbA\"}}"
      })
  void whatIsNoAnswerIsRefusedInWords(String answer) {
    People people = People.of(root, Clock.systemUTC(), new Passwords(64, 1));
    people.accept(people.add("kari", Role.KEEPER), "tre gule hester", AGENT);

    assertThatThrownBy(() -> people.signInByPasskey(answer, SITE, false, AGENT))
        .isInstanceOf(AccountRefusedException.class);
    assertThatThrownBy(() -> people.addPasskey("kari", "tre gule hester", "x", answer, SITE, AGENT))
        .isInstanceOf(AccountRefusedException.class);
  }
}
