package no.speil.people;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.Base64UrlUtil;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import no.speil.people.AccountRefusedException.Reason;
import no.speil.people.Preferences.Passkey;
import org.jspecify.annotations.Nullable;

/**
 * Checks what authenticators answer, by WebAuthn level 2: each answer once, from a page of this
 * site, and by somebody who has shown a finger or typed a code. Who made an authenticator is not
 * asked. Thread-safe.
 */
final class Passkeys {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MOST_OPEN = 10_000;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);
  private final Map<String, Instant> open = new LinkedHashMap<>();
  private final Clock clock;

  Passkeys(Clock clock) {
    this.clock = clock;
  }

  /** What an authenticator is to sign, base64url. */
  synchronized String challenge() {
    String challenge = Secret.create();
    open.put(challenge, clock.instant().plus(PATIENCE));
    if (open.size() > MOST_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    return challenge;
  }

  /**
   * The passkey that an authenticator has made.
   *
   * @param answer as {@code PublicKeyCredential.toJSON} gives it
   * @param site its scheme, host and port
   * @throws AccountRefusedException if it is no answer to a challenge of ours
   */
  Passkey register(String answer, URI site, String label) {
    return checked(
        () -> {
          RegistrationData data = manager.parseRegistrationResponseJSON(answer);
          ServerProperty server = server(site, data.getCollectedClientData());
          manager.verify(data, new RegistrationParameters(server, null, true, true));
          AttestationObject made = required(data.getAttestationObject());
          AuthenticatorData<?> told = made.getAuthenticatorData();
          AttestedCredentialData key = required(told.getAttestedCredentialData());
          String id = Base64UrlUtil.encodeToString(key.getCredentialId());
          String written = Base64UrlUtil.encodeToString(keys.convert(key));
          return new Passkey(id, label, written, told.getSignCount(), clock.instant());
        });
  }

  /**
   * The passkey that an authenticator has signed with, as it counts now.
   *
   * @param find by its id; throws where there is none
   * @throws AccountRefusedException if it is no answer to a challenge of ours
   */
  Passkey authenticate(String answer, URI site, Function<String, Passkey> find) {
    return checked(
        () -> {
          AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
          Passkey passkey = find.apply(Base64UrlUtil.encodeToString(data.getCredentialId()));
          var key = keys.convert(Base64UrlUtil.decode(passkey.key()));
          var known =
              new CredentialRecordImpl(
                  null, null, null, null, passkey.count(), key, null, null, null, null);
          ServerProperty server = server(site, data.getCollectedClientData());
          manager.verify(data, new AuthenticationParameters(server, known, null, true, true));
          long count = required(data.getAuthenticatorData()).getSignCount();
          return new Passkey(
              passkey.id(), passkey.label(), passkey.key(), count, passkey.created());
        });
  }

  private ServerProperty server(URI site, @Nullable CollectedClientData client) {
    var challenge = required(client).getChallenge();
    String signed = Base64UrlUtil.encodeToString(challenge.getValue());
    synchronized (this) {
      Instant until = open.remove(signed);
      if (until == null || !clock.instant().isBefore(until)) {
        throw refused();
      }
    }
    return new ServerProperty(new Origin(site.toString()), site.getHost(), challenge);
  }

  private static <T> T required(@Nullable T part) {
    if (part == null) {
      throw refused();
    }
    return part;
  }

  private static AccountRefusedException refused() {
    return new AccountRefusedException(Reason.PASSKEY);
  }

  private static <T> T checked(Supplier<T> check) {
    try {
      return check.get();
    } catch (DataConversionException
        | VerificationException
        | IllegalArgumentException
        | NullPointerException e) { // the last where the library misses a part
      throw refused();
    }
  }
}
