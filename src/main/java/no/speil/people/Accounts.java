package no.speil.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import no.speil.archive.StoredJson;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import no.speil.people.Account.AccessToken;

/**
 * The accounts of an archive as {@code accounts.json} holds them. What a keeper has written into
 * the file and this program does not know is kept. Immutable.
 */
final class Accounts {
  private static final String ACCOUNTS = "accounts";
  private static final String VERSION = "speil-accounts";
  private static final String NAME = "name";

  private final ObjectNode whole;
  private final List<Account> all = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Account> byLooks = new HashMap<>();

  /**
   * @param file its name, for problems
   */
  private Accounts(ObjectNode whole, String file) {
    this.whole = whole;
    int number = 0;
    for (JsonNode node : whole.path(ACCOUNTS)) {
      number++;
      try {
        add(account(node), file);
      } catch (NameRefusedException | JsonProcessingException e) {
        problems.add(Problem.of(file, 0, Kind.ACCOUNT_UNUSABLE, String.valueOf(number), reason(e)));
      }
    }
  }

  private void add(Account account, String file) {
    Optional<Account> twin = like(account.name());
    if (twin.isPresent()) {
      problems.add(Problem.of(file, 0, Kind.ACCOUNT_LOOKS_LIKE, account.name(), twin.get().name()));
      return;
    }
    all.add(account);
    AccountName.looks(account.name()).forEach(looks -> byLooks.put(looks, account));
  }

  /** Those of an archive where there is no file. */
  static Accounts none() {
    ObjectNode whole = JsonNodeFactory.instance.objectNode().put(VERSION, 1);
    whole.putArray(ACCOUNTS);
    return new Accounts(whole, "");
  }

  /**
   * Reads the file.
   *
   * @param file its name, for problems
   * @throws MalformedAccountsException if it is not JSON as this program writes it
   */
  static Accounts parse(String text, String file) {
    try {
      if (StoredJson.MAPPER.readTree(text) instanceof ObjectNode whole
          && whole.path(VERSION).asInt() == 1
          && whole.path(ACCOUNTS).isArray()) {
        return new Accounts(whole, file);
      }
      throw new MalformedAccountsException("it is not a file of accounts of version 1", 0);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new MalformedAccountsException("it is not JSON", line);
    }
  }

  private static Account account(JsonNode node) throws JsonProcessingException {
    String name = AccountName.check(node.path(NAME).asText());
    if (node instanceof ObjectNode object) {
      object.put(NAME, name);
    }
    return StoredJson.MAPPER.treeToValue(node, Account.class);
  }

  private static String reason(Exception e) {
    String reason =
        e instanceof InvalidFormatException odd
            ? "“%s” is not understood".formatted(odd.getValue())
            : String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
    return reason.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  /** In the order of the file. */
  List<Account> all() {
    return all;
  }

  boolean isEmpty() {
    return whole.path(ACCOUNTS).isEmpty();
  }

  List<Problem> problems() {
    return problems;
  }

  /** The account of that name, or of one that looks the same. */
  Optional<Account> like(String name) {
    return AccountName.looks(name).stream().map(byLooks::get).filter(Objects::nonNull).findFirst();
  }

  Optional<Account> named(String name) {
    String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    return like(name).filter(account -> account.name().equalsIgnoreCase(composed));
  }

  /** Whose an identity is: by its subject, or once by the address that a keeper has given. */
  Optional<Account> of(Identity who) {
    Predicate<Account> isMeant =
        each -> each.subject().isEmpty() && each.email().equalsIgnoreCase(who.email());
    return first(account -> account.subject().equals(who.subject()))
        .or(() -> who.email().isEmpty() ? Optional.empty() : first(isMeant));
  }

  private Optional<Account> first(Predicate<Account> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  /** Whose passkey that is. */
  Optional<Account> ofPasskey(String id) {
    return first(account -> account.preferences().passkey(id).isPresent());
  }

  /** Those that are called so, or have that address. */
  List<Account> ofNameOrEmail(String typed) {
    Optional<Account> named = named(typed);
    return named.isPresent()
        ? named.stream().toList()
        : all.stream().filter(each -> each.email().equalsIgnoreCase(typed.strip())).toList();
  }

  Optional<Account> ofToken(String hash, Instant now) {
    Predicate<AccessToken> isMeant = token -> token.hash().equals(hash) && token.isOpen(now);
    return first(account -> account.tokens().stream().anyMatch(isMeant));
  }

  Optional<Account> ofInvitation(String hash, Instant now) {
    return first(account -> account.isInvitedBy(hash, now));
  }

  /** With that account in place of the one of its name, or at the end. */
  Accounts with(Account account) {
    ObjectNode changed = whole.deepCopy();
    ArrayNode nodes = changed.withArray("/" + ACCOUNTS);
    nodes
        .valueStream()
        .filter(node -> isNamed(node, account.name()))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseGet(nodes::addObject)
        .remove(List.of("disabled", "invitation")) // which may be null, so that nothing is set
        .setAll(StoredJson.MAPPER.<ObjectNode>valueToTree(account));
    return new Accounts(changed, "");
  }

  /** Without the account of that name. */
  Accounts without(String name) {
    ObjectNode changed = whole.deepCopy();
    changed.withArray("/" + ACCOUNTS).removeIf(node -> isNamed(node, name));
    return new Accounts(changed, "");
  }

  private static boolean isNamed(JsonNode node, String name) {
    return node.path(NAME).asText().equals(name);
  }

  /** The text of the file. */
  String text() {
    return whole.toPrettyString() + "\n";
  }

  /** What keeps the file from being read; the message says what and where. */
  static final class MalformedAccountsException extends RuntimeException {
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
}
