package no.speil.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.people.Account.AccessToken;
import no.speil.people.AccountRefusedException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String PASSWORD = "en god lang setning";

  private static final Duration YEAR = AccessToken.LONGEST;
  private static final UserAgent BROWSER = from("192.0.2.1", "");

  /** Most of these tests ask who is let in, not what it costs to guess. */
  private static final Passwords QUICK = new Passwords(64, 1);

  @TempDir private Path root;
  private People people;

  @BeforeEach
  void open() {
    people = at(NOW);
  }

  private People at(Instant now) {
    return People.of(root, Clock.fixed(now, ZoneOffset.UTC), QUICK);
  }

  private Path file() {
    return root.resolve("accounts.json");
  }

  /** Kari is the keeper, and has chosen a password. */
  private NewSession kari() {
    return people.accept(people.add("Kari Åsdóttir", Role.KEEPER), PASSWORD, BROWSER);
  }

  private NewSession signIn(String name, String password) {
    return people.signIn(name, password, true, BROWSER);
  }

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AccountRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource({"kari, kari", "speil, keeper", "'', keeper"})
  void whoeverRunsTheProgramHasTheUsersNameOrIsItsKeeper(String user, String name) {
    assertThat(AccountName.ofUser(user)).isEqualTo(name);
  }

  @Test
  void anInvitationIsTakenUpOnceAndThenOneSignsInWithThePassword() {
    String secret = people.add("Kari", Role.KEEPER);
    assertThat(people.invited(secret)).isEqualTo("Kari");
    refused(Reason.WRONG, () -> signIn("Kari", ""));
    NewSession first = people.accept(secret, PASSWORD, BROWSER);
    refused(Reason.INVITATION_OVER, () -> people.accept(secret, PASSWORD, BROWSER));
    NewSession second = signIn("kari", PASSWORD);
    assertThat(second.value()).isNotEqualTo(first.value());
    Person person = people.ofSession(second.value()).orElseThrow();
    assertThat(person.name()).isEqualTo("Kari");
    assertThat(person.role()).isEqualTo(Role.KEEPER);
    assertThat(people.sessions().of("Kari")).hasSize(2);
  }

  @Test
  void anInvitationExpiresAfterSevenDaysAndAnAlteredOneIsNone() {
    String secret = people.add("Kari", Role.KEEPER);
    refused(Reason.INVITATION_OVER, () -> people.invited(secret.substring(1) + "x"));
    refused(Reason.INVITATION_OVER, () -> people.invited(""));
    refused(Reason.INVITATION_OVER, () -> at(NOW.plus(Duration.ofDays(7))).invited(secret));
    assertThat(at(NOW.plus(Duration.ofDays(6))).invited(secret)).isEqualTo("Kari");
    String again = people.invite("Kari");
    refused(Reason.INVITATION_OVER, () -> people.invited(secret));
    assertThat(people.invited(again)).isEqualTo("Kari");
  }

  @Test
  void wrongEmptyAndHugePasswordsAreWrongAndNeitherShortNorHugeOnesAreTaken() {
    String secret = people.add("Kari", Role.KEEPER);
    refused(Reason.PASSWORD_SHORT, () -> people.accept(secret, "kort", BROWSER));
    refused(Reason.PASSWORD_LONG, () -> people.accept(secret, "x".repeat(100_000), BROWSER));
    people.accept(secret, PASSWORD, BROWSER);
    for (String wrong : new String[] {"", PASSWORD + " ", "x".repeat(100_000)}) {
      refused(Reason.WRONG, () -> signIn("Kari", wrong));
    }
    refused(Reason.WRONG, () -> signIn("Nobody", PASSWORD));
    refused(Reason.WRONG, () -> signIn("", ""));
  }

  private static UserAgent from(String address, String known) {
    return new UserAgent("Firefox", address, address.substring(0, address.lastIndexOf('.')), known);
  }

  @Test
  void tenFailedAttemptsFromAnAddressAreEnoughWhetherTheNamesExistOrNot() {
    kari();
    for (int i = 0; i < 10; i++) {
      String name = i == 0 ? "Kari Åsdóttir" : "nobody" + i;
      refused(Reason.WRONG, () -> signIn(name, "wrong"));
    }
    assertThatThrownBy(() -> signIn("one more", PASSWORD))
        .isInstanceOfSatisfying(
            TooManyAttemptsException.class, e -> assertThat(e.seconds()).isEqualTo(90));
    UserAgent elsewhere = from("198.51.100.1", "");
    assertThat(people.signIn("Kari Åsdóttir", PASSWORD, true, elsewhere)).isNotNull();
  }

  @Test
  void aNetworkHasFortyAttemptsHoweverManyAddressesItHas() {
    kari();
    for (int i = 0; i < 40; i++) {
      UserAgent browser = from("192.0.2." + i, "");
      String name = "nobody" + i;
      refused(Reason.WRONG, () -> people.signIn(name, "wrong", true, browser));
    }
    assertThatThrownBy(() -> people.signIn("x", PASSWORD, true, from("192.0.2.99", "")))
        .isInstanceOf(TooManyAttemptsException.class);
  }

  @Test
  void whoeverHasSignedInWithABrowserIsLetThroughWhenOthersHaveTriedTheNameTooOften() {
    String known = kari().known();
    for (int i = 0; i < 30; i++) {
      UserAgent browser = from("192.0." + i + ".1", "");
      refused(Reason.WRONG, () -> people.signIn("Kari Åsdóttir", "wrong", true, browser));
    }
    UserAgent stranger = from("198.51.100.1", "made up");
    assertThatThrownBy(() -> people.signIn("Kari Åsdóttir", PASSWORD, true, stranger))
        .isInstanceOf(TooManyAttemptsException.class);
    UserAgent own = from("198.51.100.1", known);
    assertThat(at(NOW).signIn("KARI ÅSDÓTTIR", PASSWORD, true, own).known()).isEqualTo(known);
    assertThat(people.signIn("Kari Åsdóttir", PASSWORD, true, own)).isNotNull();
    for (int i = 0; i < 10; i++) {
      refused(Reason.WRONG, () -> people.signIn("Kari Åsdóttir", "wrong", true, own));
    }
    assertThatThrownBy(() -> people.signIn("Kari Åsdóttir", PASSWORD, true, own))
        .isInstanceOf(TooManyAttemptsException.class);
  }

  @Test
  void guessingTheOldPasswordLocksNobodyOutOfSigningIn() {
    kari();
    for (int i = 0; i < 10; i++) {
      refused(
          Reason.WRONG,
          () -> people.changePassword("Kari Åsdóttir", "wrong", "et nytt passord", BROWSER));
    }
    assertThatThrownBy(
            () -> people.changePassword("Kari Åsdóttir", PASSWORD, "et nytt passord", BROWSER))
        .isInstanceOf(TooManyAttemptsException.class);
    assertThat(signIn("Kari Åsdóttir", PASSWORD)).isNotNull();
  }

  @Test
  void namesAndPasswordsOfAMacAreTheSameInLettersAndMarksApart() {
    String decomposed = Normalizer.normalize("blåbær på øya", Normalizer.Form.NFD);
    people.accept(people.add("A\u030Ase", Role.KEEPER), decomposed, BROWSER);
    assertThat(signIn("\u00c5se", "blåbær på øya").name()).isEqualTo("\u00c5se");
    assertThat(signIn("a\u030ASE", decomposed).name()).isEqualTo("\u00c5se");
    assertThat(people.find("A\u030Ase")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaa",
        "1234567890",
        "9876543210",
        "password12",
        "PASSORD2026",
        "Speil12345",
        "          ",
        "evaevaevaeva",
        "eva maria 12",
        "tidsvitne 1",
        "qwertyuiop",
        "abcabcabcabc",
        "Sommer2026"
      })
  void aPasswordOfNamesCommonWordsRepeatsAndRowsIsRefused(String password) {
    People serving =
        People.serving(root, "kari", Clock.fixed(NOW, ZoneOffset.UTC), true, List.of("Tidsvitne"));
    String secret = serving.add("Eva Maria", Role.KEEPER);
    refused(Reason.PASSWORD_GUESSABLE, () -> serving.accept(secret, password, BROWSER));
    assertThat(serving.accept(secret, "evas tre gule hester", BROWSER)).isNotNull();
  }

  @Test
  void aTokenIsMadeByItsOwnerWithThePasswordAndNotByAnotherToken() {
    Person kari = people.ofSession(kari().value()).orElseThrow();
    refused(Reason.WRONG, () -> people.makeToken(kari, "wrong", "x", YEAR, BROWSER));
    String token = people.makeToken(kari, PASSWORD, " ", YEAR, BROWSER);
    AccessToken made = people.find(kari.name()).orElseThrow().tokens().getFirst();
    assertThat(made.label()).as("what nobody has named").isEqualTo(made.id());
    Person program = people.ofToken(token).orElseThrow();
    refused(Reason.NOT_BY_TOKEN, () -> people.makeToken(program, PASSWORD, "y", YEAR, BROWSER));
  }

  @Test
  void aTokenEndsAndShowsWhenItWasUsedLast() {
    kari();
    String token = people.addToken("Kari Åsdóttir", "skript", Duration.ofDays(30));
    AccessToken made = people.find("Kari Åsdóttir").orElseThrow().tokens().getFirst();
    assertThat(made.until()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(people.sessions().seen(made.hash())).isEmpty();
    People later = at(NOW.plus(Duration.ofDays(29)));
    assertThat(later.ofToken(token)).isPresent();
    assertThat(at(NOW).sessions().seen(made.hash())).contains(NOW.plus(Duration.ofDays(29)));
    assertThat(at(NOW.plus(Duration.ofDays(30))).ofToken(token)).isEmpty();
    people.endTokens("Kari Åsdóttir");
    assertThat(later.ofToken(token)).isEmpty();
  }

  @Test
  void aSuccessForgetsTheFailuresWithTheNameBeforeIt() {
    kari();
    for (int round = 0; round < 8; round++) {
      UserAgent browser = from("192.0." + round + ".1", "");
      for (int i = 0; i < 5; i++) {
        refused(Reason.WRONG, () -> people.signIn("Kari Åsdóttir", "wrong", true, browser));
      }
      people.signIn("KARI ÅSDÓTTIR", PASSWORD, true, browser);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0000b", "a\u202eb", "Speil", "\u200b"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> people.add(name, Role.KEEPER))
        .isInstanceOf(NameRefusedException.class);
    assertThatThrownBy(() -> people.add("x".repeat(61), Role.KEEPER))
        .isInstanceOf(NameRefusedException.class);
    assertThat(file()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "Kari, NAME_TAKEN",
    "KARI, NAME_TAKEN",
    "\u041Aari, LOOKS_LIKE",
    "K\u0430ri, LOOKS_LIKE",
    "Kar\u0456, LOOKS_LIKE",
    "Ｋａｒｉ, LOOKS_LIKE"
  })
  void aNameThatLooksLikeAnotherIsRefused(String name, Reason reason) {
    people.add("Kari", Role.KEEPER);
    refused(reason, () -> people.add(name, Role.TRANSLATOR));
    people.add("Karin", Role.TRANSLATOR);
    people.add("Åse", Role.TRANSLATOR);
    refused(Reason.NAME_TAKEN, () -> people.add("A\u030Ase", Role.TRANSLATOR));
    assertThat(people.accounts()).hasSize(3);
  }

  @Test
  void theFirstAccountIsAKeepersAndTheLastKeeperStays() {
    refused(Reason.FIRST_KEEPER, () -> people.add("ola", Role.TRANSLATOR));
    people.add("kari", Role.KEEPER);
    refused(Reason.LAST_KEEPER, () -> people.disable("kari"));
    refused(Reason.LAST_KEEPER, () -> people.changeRole("kari", Role.REVIEWER));
    people.add("ola", Role.KEEPER);
    people.disable("kari");
    refused(Reason.LAST_KEEPER, () -> people.changeRole("ola", Role.READER));
    refused(Reason.UNKNOWN, () -> people.disable("per"));
  }

  @Test
  void disablingEndsSessionsInvitationsAndTokensAtOnceAndForGood() {
    kari();
    String secret = people.add("ola", Role.TRANSLATOR);
    NewSession ola = people.accept(secret, PASSWORD, BROWSER);
    String token = people.addToken("ola", "script", YEAR);
    String invitation = people.invite("ola");
    assertThat(people.ofSession(ola.value())).isPresent();
    assertThat(people.ofToken(token)).isPresent();
    at(NOW.plusSeconds(1)).disable("ola"); // by the command, beside the server
    assertThat(people.ofSession(ola.value())).isEmpty();
    assertThat(people.ofToken(token)).isEmpty();
    assertThat(people.ofProxy("ola")).isEmpty();
    refused(Reason.INVITATION_OVER, () -> people.invited(invitation));
    refused(Reason.WRONG, () -> signIn("ola", PASSWORD));
    people.enable("ola");
    assertThat(people.ofSession(ola.value())).isEmpty();
    assertThat(people.ofToken(token)).isEmpty();
    assertThat(people.ofSession(signIn("ola", PASSWORD).value())).isPresent();
  }

  @Test
  void sessionsAndTokensSurviveARestartAndAreEndedByTheirOwner() {
    NewSession kari = kari();
    String token = people.addToken("Kari Åsdóttir", "  skript\n2 ", YEAR);
    People again = at(NOW.plusSeconds(60));
    assertThat(again.ofSession(kari.value())).isPresent();
    assertThat(again.ofToken(token).orElseThrow().name()).isEqualTo("Kari Åsdóttir");
    Account account = again.find("kari åsdóttir").orElseThrow();
    assertThat(account.tokens())
        .singleElement()
        .extracting(AccessToken::label)
        .isEqualTo("skript 2");
    again.endToken("Kari Åsdóttir", account.tokens().getFirst().id());
    assertThat(again.ofToken(token)).isEmpty();
    again.endSession("ola", again.sessions().of("Kari Åsdóttir").getFirst().id());
    assertThat(again.ofSession(kari.value())).isPresent();
    again.endSession("Kari Åsdóttir", again.sessions().of("Kari Åsdóttir").getFirst().id());
    assertThat(again.ofSession(kari.value())).isEmpty();
  }

  @Test
  void anotherPasswordEndsAllOtherSessionsAlsoWhenTheClockWasSetBack() {
    NewSession before = kari();
    People later = at(NOW.minus(Duration.ofDays(400)));
    refused(
        Reason.WRONG,
        () -> later.changePassword("Kari Åsdóttir", "wrong", "et nytt passord", BROWSER));
    assertThat(later.ofSession(before.value())).isPresent();
    NewSession after =
        at(NOW.plusSeconds(5))
            .changePassword("Kari Åsdóttir", PASSWORD, "et nytt passord", BROWSER);
    assertThat(at(NOW).ofSession(before.value())).isEmpty();
    assertThat(at(NOW).ofSession(after.value())).isPresent();
    NewSession back = later.signIn("Kari Åsdóttir", "et nytt passord", true, BROWSER);
    assertThat(later.ofSession(back.value())).isPresent();
  }

  @Test
  void aSessionEndsByItselfAfterThirtyDays() {
    NewSession kari = kari();
    NewSession stays = signIn("Kari Åsdóttir", PASSWORD);
    assertThat(kari.lasts()).isEqualTo(Duration.ZERO);
    assertThat(at(NOW.plus(Duration.ofHours(13))).ofSession(kari.value())).isEmpty();
    assertThat(at(NOW.plus(Duration.ofDays(29))).ofSession(stays.value())).isPresent();
    assertThat(at(NOW.plus(Duration.ofDays(30))).ofSession(stays.value())).isEmpty();
  }

  @Test
  void accountsAreNeverReadableByOthersAndHoldNoSecret() throws IOException {
    String secret = people.add("kari", Role.KEEPER);
    String token = people.addToken("kari", "x", YEAR);
    String text = Files.readString(file());
    assertThat(text).doesNotContain(secret, token);
    NewSession session =
        People.of(root, Clock.fixed(NOW, ZoneOffset.UTC)).accept(secret, PASSWORD, BROWSER);
    assertThat(Files.readString(file()))
        .doesNotContain(PASSWORD)
        .contains("$argon2id$v=19$m=19456");
    Path sessions = root.resolve(".speil/sessions.json");
    assertThat(Files.readString(sessions)).doesNotContain(session.value());
    for (Path each : new Path[] {file(), sessions}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rw-------");
    }
    assertThat(people.problems()).isEmpty();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(people.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.ACCOUNTS_READABLE_BY_OTHERS);
  }

  @Test
  void whatAKeeperWritesIntoTheFileIsReadAndKept() throws IOException {
    kari();
    people.add("ola", Role.TRANSLATOR);
    Files.writeString(
        file(),
        Files.readString(file())
            .replace("\"translator\"", "\"reviewer\",\n \"phone\" : \"12345678\"")
            .replace("\"speil-accounts\" : 1", "\"speil-accounts\" : 1, \"note\" : \"våre\""));
    assertThat(people.find("ola").orElseThrow().role()).isEqualTo(Role.REVIEWER);
    people.changeRole("ola", Role.READER);
    assertThat(Files.readString(file())).contains("12345678", "våre", "\"reader\"");
  }

  @Test
  void whatIsOddInTheFileIsAProblemAndStopsNobodyElse() throws IOException {
    NewSession kari = kari();
    String text = Files.readString(file());
    String more =
        """
        {"name": "per", "role": "king"},
        {"name": "a\\u202eb", "role": "reader"},
        {"name": "\\u041Aari Åsdóttir", "role": "keeper"},
        {"name": "liv", "role": "reader", "password": "$argon2id$v=19$m=1"},
        """;
    Files.writeString(file(), text.replace("\"accounts\" : [", "\"accounts\" : [" + more));
    assertThat(people.problems())
        .extracting(Problem::kind)
        .containsExactly(
            Problem.Kind.ACCOUNT_UNUSABLE,
            Problem.Kind.ACCOUNT_UNUSABLE,
            Problem.Kind.ACCOUNT_LOOKS_LIKE);
    refused(Reason.WRONG, () -> signIn("liv", "x"));
    assertThat(people.find("Kari Åsdóttir")).isEmpty(); // the first of the two counts
    Files.writeString(file(), text);
    assertThat(people.ofSession(kari.value())).isPresent();
  }

  @Test
  void filesOfTheFirstVersionsAreReadAndKeepTheirForm() throws IOException {
    String accounts =
        """
        {
          "speil-accounts" : 1,
          "accounts" : [ {
            "name" : "kari",
            "role" : "keeper",
            "password" : "",
            "sessionsFrom" : "2026-11-20T12:00:00Z",
            "tokens" : [ {
              "id" : "0a1b2c3d",
              "label" : "skript",
              "hash" : "sha256:00",
              "created" : "2026-11-20T12:00:00.123Z"
            } ]
          }, {
            "name" : "ola",
            "role" : "Reader",
            "disabled" : "2026-11-21T12:00:00Z",
            "invitation" : {
              "hash" : "sha256:01",
              "until" : "2026-11-27T12:00:00Z"
            }
          } ]
        }
        """;
    Files.writeString(file(), accounts);
    String session = Secret.create();
    Files.createDirectories(root.resolve(".speil"));
    Files.writeString(
        root.resolve(".speil/sessions.json"),
        """
        {
          "speil-sessions" : 1,
          "cookie" : "0123abcd",
          "sessions" : [ {
            "id" : "4e5f6a7b",
            "hash" : "%s",
            "name" : "kari",
            "ofMachine" : false,
            "began" : "2026-11-23T12:00:00Z",
            "seen" : "2026-11-23T13:00:00Z",
            "until" : "2026-12-23T12:00:00Z",
            "device" : "Firefox"
          } ],
          "seen" : { "ola" : "2026-11-20T12:00:00Z" }
        }
        """
            .formatted(Secret.hash(session)));
    People read = at(NOW);
    assertThat(read.sessions().cookieSuffix()).isEqualTo("0123abcd");
    assertThat(read.ofSession(session).orElseThrow().role()).isEqualTo(Role.KEEPER);
    assertThat(read.sessions().seen("ola")).contains(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(read.find("ola").orElseThrow().disabled()).isNotNull();
    assertThat(read.problems())
        .extracting(Problem::kind)
        .containsOnly(Problem.Kind.ACCOUNTS_READABLE_BY_OTHERS);
    read.enable("ola");
    assertThat(Files.readString(file()))
        .contains(accounts.lines().skip(2).limit(11).toList())
        .doesNotContain("null", "disabled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "[]", "null", "{\"speil-accounts\":2,\"accounts\":[]}"})
  void aTornFileLetsNobodyNewInAndIsNotWrittenOver(String torn) throws IOException {
    NewSession kari = kari();
    String text = Files.readString(file());
    Files.writeString(file(), torn);
    assertThat(people.ofSession(kari.value())).as("known before").isPresent();
    People started = at(NOW);
    assertThat(started.hasAccounts()).isTrue();
    assertThat(started.machineToken()).isEmpty();
    assertThat(started.ofSession(kari.value())).isEmpty();
    refused(Reason.WRONG, () -> started.signIn("Kari Åsdóttir", PASSWORD, true, BROWSER));
    assertThat(started.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.ACCOUNTS_UNREADABLE);
    refused(Reason.UNREADABLE, () -> started.add("ola", Role.KEEPER));
    assertThat(file()).hasContent(torn);
    Files.writeString(file(), text);
    assertThat(started.ofSession(kari.value())).isPresent();
  }

  @Test
  void withoutAccountsWhoeverHoldsTheTokenIsThePersonAtTheMachine() throws IOException {
    People alone =
        People.serving(root, "kari", Clock.fixed(NOW, ZoneOffset.UTC), true, List.of("Tidsvitne"));
    String token = alone.machineToken().orElseThrow();
    Path kept = root.resolve(".speil/token");
    assertThat(kept).hasContent(token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    Person person = alone.ofToken(token).orElseThrow();
    assertThat(person.name()).isEqualTo("kari");
    assertThat(person.hasAccount()).isFalse();
    refused(Reason.TOKEN_OVER, () -> alone.signInAtMachine(token + "x", BROWSER));
    NewSession session = alone.signInAtMachine(token, BROWSER);
    assertThat(alone.ofSession(session.value())).isPresent();
    People restarted =
        People.serving(root, "kari", Clock.fixed(NOW, ZoneOffset.UTC), true, List.of("Tidsvitne"));
    assertThat(restarted.ofToken(token)).as("each start makes its own").isEmpty();
    assertThat(restarted.ofSession(session.value())).as("signed in before").isPresent();
    String secret = restarted.add("kari", Role.KEEPER);
    assertThat(restarted.ofSession(session.value())).as("she might never open it").isPresent();
    assertThat(restarted.ofToken(restarted.machineToken().orElse(""))).isPresent();
    restarted.accept(secret, PASSWORD, BROWSER);
    assertThat(restarted.ofSession(session.value())).as("now she can sign in").isEmpty();
    assertThat(restarted.ofToken(restarted.machineToken().orElse(""))).isEmpty();
    People.serving(root, "kari", Clock.fixed(NOW, ZoneOffset.UTC), true, List.of("Tidsvitne"));
    assertThat(kept).doesNotExist();
  }

  @Test
  void sessionsOfADamagedFileAreLostAndNothingElse() throws IOException {
    NewSession kari = kari();
    Files.writeString(root.resolve(".speil/sessions.json"), "{\"sessions\":[{\"began\":\"x\"}]}");
    People again = at(NOW);
    assertThat(again.ofSession(kari.value())).isEmpty();
    assertThat(again.signIn("Kari Åsdóttir", PASSWORD, false, BROWSER).name()).isNotEmpty();
  }

  @Test
  void changesOfTwoProcessesAreBothKept() throws InterruptedException {
    people.add("kari", Role.KEEPER);
    var threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      int number = i;
      threads[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int j = 0; j < 5; j++) {
                      at(NOW).add("p" + number + "q" + j, Role.READER);
                    }
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(people.accounts()).hasSize(21);
  }

  @Test
  void withdrawingAnInvitationTakesAnAccountAwayThatWasNeverUsed() {
    kari();
    String ola = people.add("ola", Role.TRANSLATOR);
    people.withdraw("ola");
    assertThat(people.find("ola")).isEmpty();
    refused(Reason.INVITATION_OVER, () -> people.invited(ola));
    String forgotten = people.invite("Kari Åsdóttir");
    people.withdraw("Kari Åsdóttir");
    refused(Reason.INVITATION_OVER, () -> people.invited(forgotten));
    signIn("Kari Åsdóttir", PASSWORD);
  }
}
