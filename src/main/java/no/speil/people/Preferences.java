package no.speil.people;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen for their account.
 *
 * @param digest null where they are sent none
 * @param passkeyOnly whether the password alone does not sign them in
 */
public record Preferences(@Nullable Digest digest, List<Passkey> passkeys, boolean passkeyOnly) {
  static final Preferences NONE = new Preferences(null, List.of(), false);

  /** Without passkeys, the password signs in again. */
  public Preferences {
    passkeys = List.copyOf(requireNonNullElse(passkeys, List.of()));
    passkeyOnly = passkeyOnly && !passkeys.isEmpty();
  }

  Preferences with(@Nullable Digest other) {
    return new Preferences(other, passkeys, passkeyOnly);
  }

  /** With that passkey, in place of one of its id. */
  Preferences with(Passkey passkey) {
    List<Passkey> others = without(passkey.id()).passkeys();
    return new Preferences(
        digest, Stream.concat(others.stream(), Stream.of(passkey)).toList(), passkeyOnly);
  }

  Preferences without(String passkey) {
    return new Preferences(
        digest, passkeys.stream().filter(each -> !each.id().equals(passkey)).toList(), passkeyOnly);
  }

  Preferences passkeyOnly(boolean only) {
    return new Preferences(digest, passkeys, only);
  }

  Optional<Passkey> passkey(String id) {
    return passkeys.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * What an authenticator of the person's signs in with.
   *
   * @param id of the credential, base64url
   * @param label what its owner calls it
   * @param key its public key and what belongs to it, as WebAuthn writes attested credential data,
   *     base64url
   * @param count how often it has signed, as far as it counts
   */
  public record Passkey(String id, String label, String key, long count, Instant created) {}

  /**
   * A mail that tells the person what waits for them.
   *
   * @param lang of the mail
   * @param unsubscribeSecret in the link by which it ends
   */
  public record Digest(Every every, String lang, @JsonProperty("stop") String unsubscribeSecret) {
    /** How often it is sent. */
    public enum Every implements Coded {
      DAY,
      WEEK
    }
  }
}
