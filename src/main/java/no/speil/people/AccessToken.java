package no.speil.people;

import java.time.Instant;

/**
 * A token by which a program acts for a person; the token itself is not kept.
 *
 * @param id names it to its owner
 * @param label what its owner calls it
 */
public record AccessToken(String id, String label, String hash, Instant created) {}
