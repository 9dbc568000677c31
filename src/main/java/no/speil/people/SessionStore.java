package no.speil.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import no.speil.archive.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions, kept in a file so that they survive a restart. If the file is lost, people sign in
 * again. Thread-safe.
 */
final class SessionStore {
  private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
  private static final int VERSION = 1;

  /** So many a person; those that were used longest ago end. */
  private static final int MOST = 20;

  private static final Duration SELDOM = Duration.ofHours(1);

  private final PrivateFile file;
  private final Map<String, Session> byHash = new LinkedHashMap<>();

  /** When people were here last, also those who have signed out. */
  private final Map<String, Instant> seen = new TreeMap<>();

  /** Tells this archive's cookies from those of others on the same host. */
  private final String cookieSuffix;

  SessionStore(PrivateFile file) {
    this.file = file;
    JsonNode whole = whole();
    String suffix = whole.path("cookie").asText();
    cookieSuffix = suffix.matches("[0-9a-f]{8}") ? suffix : Secret.id();
    for (JsonNode node : whole.path("sessions")) {
      Session session = session(node);
      byHash.put(session.hash(), session);
    }
    whole
        .path("seen")
        .properties()
        .forEach(entry -> seen.put(entry.getKey(), Instant.parse(entry.getValue().asText())));
  }

  private JsonNode whole() {
    try {
      Optional<String> text = file.read();
      if (text.isEmpty()) {
        return JsonNodeFactory.instance.objectNode();
      }
      JsonNode whole = new ObjectMapper().readTree(text.get());
      whole.path("sessions").forEach(SessionStore::session);
      whole.path("seen").forEach(node -> Instant.parse(node.asText()));
      return whole;
    } catch (JsonProcessingException | DateTimeException | UncheckedIOException e) {
      LOG.warn("{} cannot be read; everybody has to sign in again", file.name());
      return JsonNodeFactory.instance.objectNode();
    }
  }

  String cookieSuffix() {
    return cookieSuffix;
  }

  synchronized Optional<Session> find(String hash, Instant now) {
    Session session = byHash.get(hash);
    if (session == null || !now.isBefore(session.until())) {
      return Optional.empty();
    }
    if (Duration.between(session.seen(), now).compareTo(SELDOM) > 0) {
      put(session.seenAt(now));
    }
    return Optional.of(session);
  }

  /** Adds a session, or replaces the one with its hash. */
  synchronized void put(Session session) {
    byHash.put(session.hash(), session);
    seen.put(session.name(), session.seen());
    byHash.values().removeIf(other -> !session.seen().isBefore(other.until()));
    of(session.name()).stream().skip(MOST).toList().forEach(old -> byHash.remove(old.hash()));
    save();
  }

  /** A person's sessions, those used last first. */
  synchronized List<Session> of(String name) {
    return byHash.values().stream()
        .filter(session -> session.name().equals(name))
        .sorted(Comparator.comparing(Session::seen).thenComparing(Session::began).reversed())
        .toList();
  }

  synchronized void end(Predicate<Session> which) {
    if (byHash.values().removeIf(which)) {
      save();
    }
  }

  /** When that person was here last. */
  synchronized Optional<Instant> seen(String name) {
    return Optional.ofNullable(seen.get(name));
  }

  /** Losing a session is no loss, so that a disk that refuses stops nobody. */
  private void save() {
    try {
      file.write(text());
    } catch (UncheckedIOException e) {
      LOG.warn("{} cannot be written: {}", file.name(), e.getMessage());
    }
  }

  private String text() {
    ObjectNode whole = JsonNodeFactory.instance.objectNode().put("speil-sessions", VERSION);
    whole.put("cookie", cookieSuffix);
    ArrayNode sessions = whole.putArray("sessions");
    for (Session session : byHash.values()) {
      sessions
          .addObject()
          .put("id", session.id())
          .put("hash", session.hash())
          .put("name", session.name())
          .put("ofMachine", session.ofMachine())
          .put("began", session.began().toString())
          .put("seen", session.seen().toString())
          .put("until", session.until().toString())
          .put("device", session.device());
    }
    ObjectNode times = whole.putObject("seen");
    seen.forEach((name, at) -> times.put(name, at.toString()));
    return whole.toPrettyString() + "\n";
  }

  private static Session session(JsonNode node) {
    return new Session(
        node.path("id").asText(),
        node.path("hash").asText(),
        node.path("name").asText(),
        node.path("ofMachine").asBoolean(),
        Instant.parse(node.path("began").asText()),
        Instant.parse(node.path("seen").asText()),
        Instant.parse(node.path("until").asText()),
        node.path("device").asText());
  }
}
