package no.speil.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of an archive as {@code accounts.json} holds them. What a keeper has written into
 * the file and this program does not know is kept. Immutable.
 */
final class Accounts {
  /** Where there is no file. */
  static final Accounts NONE = new Accounts(JsonCodec.empty(), List.of(), List.of());

  private final ObjectNode whole;
  private final List<Account> all;
  private final List<Problem> problems;
  private final Map<String, Account> byLooks = new HashMap<>();
  private final Map<String, Account> byTokenHash = new HashMap<>();

  private Accounts(ObjectNode whole, List<Account> all, List<Problem> problems) {
    this.whole = whole;
    this.all = List.copyOf(all);
    this.problems = List.copyOf(problems);
    for (Account account : all) {
      AccountName.looks(account.name()).forEach(looks -> byLooks.put(looks, account));
      for (AccessToken token : account.tokens()) {
        byTokenHash.put(token.hash(), account);
      }
    }
  }

  /**
   * Reads the file.
   *
   * @param file its name, for problems
   * @throws MalformedAccountsException if it is not JSON as this program writes it
   */
  static Accounts parse(String text, String file) {
    ObjectNode whole = JsonCodec.whole(text);
    var accounts = new ArrayList<Account>();
    var problems = new ArrayList<Problem>();
    var names = new HashMap<String, String>();
    int number = 0;
    for (JsonNode node : whole.path(JsonCodec.ACCOUNTS)) {
      number++;
      try {
        Account account = JsonCodec.account(node);
        Set<String> looks = AccountName.looks(account.name());
        String twin =
            looks.stream().map(names::get).filter(Objects::nonNull).findFirst().orElse("");
        if (twin.isEmpty()) {
          looks.forEach(each -> names.put(each, account.name()));
          accounts.add(account);
        } else {
          problems.add(Problem.of(file, 0, Problem.Kind.ACCOUNT_LOOKS_LIKE, account.name(), twin));
        }
      } catch (NameRefusedException | DateTimeException | MalformedAccountsException e) {
        problems.add(
            Problem.of(
                file,
                0,
                Problem.Kind.ACCOUNT_UNUSABLE,
                String.valueOf(number),
                String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
      }
    }
    return new Accounts(whole, accounts, problems);
  }

  /** In the order of the file. */
  List<Account> all() {
    return all;
  }

  boolean isEmpty() {
    return whole.path(JsonCodec.ACCOUNTS).isEmpty();
  }

  List<Problem> problems() {
    return problems;
  }

  /** The account of that name, or of one that looks the same. */
  Optional<Account> like(String name) {
    return AccountName.looks(name).stream().map(byLooks::get).filter(Objects::nonNull).findFirst();
  }

  Optional<Account> named(String name) {
    return like(name).filter(account -> account.name().equalsIgnoreCase(name.strip()));
  }

  Optional<Account> ofToken(String hash) {
    return Optional.ofNullable(byTokenHash.get(hash));
  }

  Optional<Account> ofInvitation(String hash) {
    return all.stream()
        .filter(
            account -> {
              Invitation invitation = account.invitation();
              return invitation != null && invitation.hash().equals(hash);
            })
        .findFirst();
  }

  /** With that account in place of the one of its name, or at the end. */
  Accounts with(Account account) {
    ObjectNode changed = whole.deepCopy();
    ArrayNode nodes = changed.withArray("/" + JsonCodec.ACCOUNTS);
    var others = new ArrayList<Account>();
    boolean isNew = true;
    for (Account other : all) {
      boolean isSame = other.name().equals(account.name());
      others.add(isSame ? account : other);
      isNew &= !isSame;
    }
    if (isNew) {
      others.add(account);
      JsonCodec.write(account, nodes.addObject());
    } else {
      for (JsonNode node : nodes) {
        if (node instanceof ObjectNode object && JsonCodec.isNamed(object, account.name())) {
          JsonCodec.write(account, object);
          break;
        }
      }
    }
    return new Accounts(changed, others, problems);
  }

  /** Without the account of that name. */
  Accounts without(String name) {
    ObjectNode changed = whole.deepCopy();
    ArrayNode nodes = changed.withArray("/" + JsonCodec.ACCOUNTS);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (JsonCodec.isNamed(nodes.get(i), name)) {
        nodes.remove(i);
      }
    }
    return new Accounts(
        changed, all.stream().filter(account -> !account.name().equals(name)).toList(), problems);
  }

  /** The text of the file. */
  String text() {
    return whole.toPrettyString() + "\n";
  }

  /** What keeps the file from being read; the message says what and where. */
  static final class MalformedAccountsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    MalformedAccountsException(String message, int line) {
      super(message, null, false, false);
      this.line = line;
    }

    /** From 1; 0 if it is no line in particular. */
    int line() {
      return line;
    }
  }

  /** Accounts as JSON. */
  private static final class JsonCodec {
    private static final String ACCOUNTS = "accounts";
    private static final String VERSION = "speil-accounts";

    private static ObjectNode empty() {
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      whole.put(VERSION, 1);
      whole.putArray(ACCOUNTS);
      return whole;
    }

    private static ObjectNode whole(String text) {
      try {
        if (new ObjectMapper().readTree(text) instanceof ObjectNode whole
            && whole.path(VERSION).asInt() == 1
            && whole.path(ACCOUNTS).isArray()) {
          return whole;
        }
        throw new MalformedAccountsException("it is not a file of accounts of version 1", 0);
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        throw new MalformedAccountsException("it is not JSON", line);
      }
    }

    private static boolean isNamed(JsonNode node, String name) {
      String written = Normalizer.normalize(node.path("name").asText(), Normalizer.Form.NFC);
      return written.strip().equals(name);
    }

    private static Account account(JsonNode node) {
      String code = node.path("role").asText();
      Role role =
          Role.parse(code)
              .orElseThrow(() -> new MalformedAccountsException("there is no role " + code, 0));
      var tokens = new ArrayList<AccessToken>();
      for (JsonNode token : node.path("tokens")) {
        tokens.add(
            new AccessToken(
                token.path("id").asText(),
                token.path("label").asText(),
                token.path("hash").asText(),
                instant(token, "created")));
      }
      JsonNode invitation = node.path("invitation");
      return new Account(
          AccountName.check(node.path("name").asText()),
          role,
          node.path("password").asText(),
          node.has("sessionsFrom") ? instant(node, "sessionsFrom") : Instant.EPOCH,
          node.hasNonNull("disabled") ? instant(node, "disabled") : null,
          invitation.isObject()
              ? new Invitation(invitation.path("hash").asText(), instant(invitation, "until"))
              : null,
          tokens);
    }

    private static Instant instant(JsonNode node, String field) {
      return Instant.parse(node.path(field).asText());
    }

    private static void write(Account account, ObjectNode node) {
      node.put("name", account.name());
      node.put("role", account.role().code());
      node.put("password", account.password());
      node.put("sessionsFrom", account.sessionsFrom().toString());
      put(node, "disabled", account.disabled());
      Invitation invitation = account.invitation();
      if (invitation == null) {
        node.remove("invitation");
      } else {
        node.putObject("invitation")
            .put("hash", invitation.hash())
            .put("until", invitation.until().toString());
      }
      ArrayNode tokens = node.putArray("tokens");
      for (AccessToken token : account.tokens()) {
        tokens
            .addObject()
            .put("id", token.id())
            .put("label", token.label())
            .put("hash", token.hash())
            .put("created", token.created().toString());
      }
    }

    private static void put(ObjectNode node, String field, @Nullable Instant value) {
      if (value == null) {
        node.remove(field);
      } else {
        node.put(field, value.toString());
      }
    }
  }
}
