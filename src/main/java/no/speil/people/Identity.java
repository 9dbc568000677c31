package no.speil.people;

import no.speil.corpus.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as their organisation says that has signed them in.
 *
 * @param subject names nobody else, ever, at any organisation
 * @param name as people call them
 * @param email an address that is known to be theirs; else empty
 * @param role the one that the organisation gives them; null where keepers give roles
 * @param newAccount the role of an account to be made for them; null where none is made
 */
public record Identity(
    String subject, String name, String email, @Nullable Role role, @Nullable Role newAccount) {}
