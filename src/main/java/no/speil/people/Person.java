package no.speil.people;

import no.speil.corpus.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param session the one that they came by; null if they came by a token or a proxy
 * @param byToken whether a program sends it
 * @param hasAccount false for the person at the machine of an archive without accounts
 */
public record Person(
    String name, Role role, @Nullable Session session, boolean byToken, boolean hasAccount) {}
