package no.speil.people;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param password its hash in PHC form; empty until one is chosen
 * @param sessionsFrom sessions that began earlier have ended
 * @param disabled since when nobody can sign in; null while somebody can
 * @param invitation null if there is none, or it has been used
 * @param email under which their work stands in git, and to which mail goes; may be empty
 * @param subject who they are to their organisation, see {@link Identity}; may be empty
 */
public record Account(
    String name,
    Role role,
    String password,
    Instant sessionsFrom,
    @Nullable Instant disabled,
    @Nullable Invitation invitation,
    List<AccessToken> tokens,
    String email,
    String subject,
    Preferences preferences) {

  /** What a keeper has left out of the file is null. */
  public Account {
    requireNonNull(role, "it has no role");
    password = requireNonNullElse(password, "");
    sessionsFrom = requireNonNullElse(sessionsFrom, Instant.EPOCH);
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
    email = requireNonNullElse(email, "");
    subject = requireNonNullElse(subject, "");
    preferences = requireNonNullElse(preferences, Preferences.NONE);
  }

  /** Whether the person can sign in. */
  public boolean isOpen() {
    return disabled == null;
  }

  /** Whether the person has never been here. */
  public boolean isUnused() {
    return password.isEmpty()
        && tokens.isEmpty()
        && subject.isEmpty()
        && preferences.passkeys().isEmpty();
  }

  boolean isInvitedBy(String hash, Instant now) {
    return invitation != null && invitation.hash().equals(hash) && invitation.isOpen(now);
  }

  Account as(Role other) {
    return with(other, tokens, email, subject);
  }

  /** With that password, once the invitation is used; all sessions end. */
  Account withPassword(String hash, Instant now) {
    return new Account(name, role, hash, now, disabled, null, tokens, email, subject, preferences);
  }

  Account invitedBy(@Nullable Invitation other) {
    return new Account(
        name, role, password, sessionsFrom, disabled, other, tokens, email, subject, preferences);
  }

  /** Closed: all sessions end, invitations and tokens no longer work. */
  Account closed(Instant now) {
    return new Account(
        name, role, password, now, now, null, List.of(), email, subject, preferences);
  }

  /** With another address. */
  public Account withEmail(String other) {
    return with(role, tokens, other, subject);
  }

  /** Signed in by their organisation, which may have given them another role. */
  Account of(Identity who) {
    return with(who.role() == null ? role : who.role(), tokens, email, who.subject());
  }

  Account with(Preferences others) {
    return new Account(
        name, role, password, sessionsFrom, disabled, invitation, tokens, email, subject, others);
  }

  Account opened() {
    return new Account(
        name, role, password, sessionsFrom, null, invitation, tokens, email, subject, preferences);
  }

  Account with(AccessToken token) {
    return withTokens(Stream.concat(tokens.stream(), Stream.of(token)).toList());
  }

  Account withTokens(List<AccessToken> others) {
    return with(role, others, email, subject);
  }

  private Account with(Role now, List<AccessToken> held, String address, String id) {
    return new Account(
        name, now, password, sessionsFrom, disabled, invitation, held, address, id, preferences);
  }

  /**
   * A token by which a program acts for a person; the token itself is not kept.
   *
   * @param id names it to its owner
   * @param label what its owner calls it
   * @param until when it ends; null for those of before there was an end
   */
  public record AccessToken(
      String id, String label, String hash, Instant created, @Nullable Instant until) {
    /** The longest that one lasts. */
    public static final Duration LONGEST = Duration.ofDays(365);

    boolean isOpen(Instant now) {
      return until == null || now.isBefore(until);
    }
  }

  /**
   * Lets a person choose a password once.
   *
   * @param hash of the secret in the link
   */
  public record Invitation(String hash, Instant until) {
    static final Duration LASTS = Duration.ofDays(7);

    /** For somebody who has forgotten the password. */
    static final Duration LASTS_FOR_RESET = Duration.ofHours(1);

    /** Whether it still works. */
    public boolean isOpen(Instant now) {
      return now.isBefore(until);
    }
  }
}
