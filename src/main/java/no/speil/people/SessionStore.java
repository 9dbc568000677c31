package no.speil.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
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
import no.speil.archive.StoredJson;
import no.speil.people.Account.AccessToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions, kept in a file so that they survive a restart. If the file is lost, people sign in
 * again. Thread-safe.
 */
public final class SessionStore {
  private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
  private static final int VERSION = 1;

  /** So many a person; those that were used longest ago end. */
  private static final int MOST = 20;

  private static final Duration SELDOM = Duration.ofHours(1);

  private final PrivateFile file;
  private final Map<String, Session> byHash = new LinkedHashMap<>();

  /**
   * When people were here last, also those who have signed out; by the hashes of secrets, when
   * tokens were used last and browsers signed in, which no name is as long as.
   */
  private final Map<String, Instant> seen = new TreeMap<>();

  private final String cookieSuffix;

  SessionStore(PrivateFile file) {
    this.file = file;
    Whole whole = whole();
    cookieSuffix = whole.cookie().matches("[0-9a-f]{8}") ? whole.cookie() : Secret.id();
    whole.sessions().forEach(session -> byHash.put(session.hash(), session));
    seen.putAll(whole.seen());
  }

  /** The file. */
  private record Whole(
      @JsonProperty("speil-sessions") int version,
      String cookie,
      List<Session> sessions,
      Map<String, Instant> seen) {}

  private Whole whole() {
    try {
      Optional<String> text = file.read();
      if (text.isPresent()) {
        return StoredJson.COMPLETE.forType(Whole.class).readValue(text.get());
      }
    } catch (JsonProcessingException | UncheckedIOException e) {
      LOG.warn("{} cannot be read; everybody has to sign in again", file.name());
    }
    return new Whole(VERSION, "", List.of(), Map.of());
  }

  /** Tells this archive's cookies from those of others on the same host. */
  public String cookieSuffix() {
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
  public synchronized List<Session> of(String name) {
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

  /** When that person was here last, or the secret of that hash was used, to the hour. */
  public synchronized Optional<Instant> seen(String nameOrHash) {
    return Optional.ofNullable(seen.get(nameOrHash));
  }

  /** Notes, to the hour, when something was used last. */
  synchronized void use(String hash, Instant now) {
    Instant last = seen.get(hash);
    if (last == null || Duration.between(last, now).compareTo(SELDOM) > 0) {
      seen.put(hash, now);
      seen.entrySet().removeIf(each -> isForgotten(each.getKey(), each.getValue(), now));
      save();
    }
  }

  private static boolean isForgotten(String key, Instant last, Instant now) {
    return key.startsWith(Secret.PREFIX)
        && Duration.between(last, now).compareTo(AccessToken.LONGEST) > 0;
  }

  /** Losing a session is no loss, so that a disk that refuses stops nobody. */
  private void save() {
    try {
      var whole = new Whole(VERSION, cookieSuffix, List.copyOf(byHash.values()), seen);
      file.write(StoredJson.MAPPER.valueToTree(whole).toPrettyString() + "\n");
    } catch (UncheckedIOException e) {
      LOG.warn("{} cannot be written: {}", file.name(), e.getMessage());
    }
  }
}
