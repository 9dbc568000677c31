package no.speil.people;

import java.time.Instant;

/**
 * Somebody who has signed in with a browser.
 *
 * @param id names it to its owner
 * @param hash of the value in the cookie
 * @param ofMachine whether it began with the token of the person at the machine
 * @param seen when it was used last, to the hour
 * @param until when it ends by itself
 * @param device what the browser called itself
 */
public record Session(
    String id,
    String hash,
    String name,
    boolean ofMachine,
    Instant began,
    Instant seen,
    Instant until,
    String device) {

  Session seenAt(Instant now) {
    return new Session(id, hash, name, ofMachine, began, now, until, device);
  }
}
